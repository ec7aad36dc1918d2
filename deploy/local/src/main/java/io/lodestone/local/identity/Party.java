package io.lodestone.local.identity;

import java.util.List;

/** The organisations a local Lodestone has tokens for: the registrar, the chain of the demo, and somebody who audits. */
public enum Party {
    REGISTRAR("registrar", List.of("registrar")),
    REFINER_CN("refiner-cn", List.of("refiner")),
    REFINER_AU("refiner-au", List.of("refiner")),
    ALLOY_MAKER_JP("alloy-maker-jp", List.of("manufacturer")),
    MAGNET_MAKER_DE("magnet-maker-de", List.of("manufacturer", "exporter")),
    AUDITOR("auditor", List.of("auditor"));

    private final String id;
    private final List<String> groups;

    Party(String id, List<String> groups) {
        this.id = id;
        this.groups = groups;
    }

    /** The word for this party in file names and settings, which is not its party id. */
    public String id() {
        return id;
    }

    public List<String> groups() {
        return groups;
    }
}
