package io.lodestone.local.process;

import java.nio.file.Path;
import java.util.List;

/** The three services: what each is called as a process, as an audience of tokens and as a database. */
public enum Service {
    LOT_REGISTRY("lot-registry", "lot_registry", 81),
    CUSTODY("custody-service", "custody", 82),
    CERTIFICATES("certificate-service", "certificates", 83);

    private final String id;
    private final String database;
    private final int portOffset;

    Service(String id, String database, int portOffset) {
        this.id = id;
        this.database = database;
        this.portOffset = portOffset;
    }

    public String id() {
        return id;
    }

    public String database() {
        return database;
    }

    public int portOffset() {
        return portOffset;
    }

    /** The services that this one calls: the audiences of its token. */
    public List<Service> calls() {
        return switch (this) {
            case LOT_REGISTRY -> List.of(CUSTODY);
            case CUSTODY -> List.of();
            case CERTIFICATES -> List.of(LOT_REGISTRY, CUSTODY);
        };
    }

    public Path jar(Path root) {
        return root.resolve(id).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
