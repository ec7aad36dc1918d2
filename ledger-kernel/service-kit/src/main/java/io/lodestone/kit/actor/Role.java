package io.lodestone.kit.actor;

import java.util.Optional;

/** What a token's {@code groups} may say. The constants of {@link Name} are for {@code @RolesAllowed}. */
public enum Role {
    REFINER(Name.REFINER),
    MANUFACTURER(Name.MANUFACTURER),
    TRADER(Name.TRADER),
    EXPORTER(Name.EXPORTER),
    AUDITOR(Name.AUDITOR),
    REGISTRAR(Name.REGISTRAR),
    SERVICE(Name.SERVICE);

    /** The names as they stand in a token. */
    public static final class Name {
        public static final String REFINER = "refiner";
        public static final String MANUFACTURER = "manufacturer";
        public static final String TRADER = "trader";
        public static final String EXPORTER = "exporter";
        public static final String AUDITOR = "auditor";
        public static final String REGISTRAR = "registrar";
        public static final String SERVICE = "service";

        private Name() {}
    }

    private final String group;

    Role(String group) {
        this.group = group;
    }

    public String group() {
        return group;
    }

    /** The role of that name; empty for a group that means nothing here. */
    public static Optional<Role> of(String group) {
        for (Role role : values()) {
            if (role.group.equals(group)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
