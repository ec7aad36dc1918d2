package io.lodestone.local.identity;

import java.util.List;

/** The organisations a local Lodestone has tokens for: the registrar, the chain of the demo, and somebody who audits. */
public enum Party {
    REGISTRAR("registrar"),
    REFINER_CN("refiner-cn"),
    REFINER_AU("refiner-au"),
    ALLOY_MAKER_JP("alloy-maker-jp"),
    MAGNET_MAKER_DE("magnet-maker-de"),
    AUDITOR("auditor");

    private final String id;
    Party(String id) {
        this.id = id;
    }

    /** The word for this party in file names and settings, which is not its party id. */
    public String id() {
        return id;
    }

    public List<String> groups() {
        return switch (this) {
            case REGISTRAR -> List.of("registrar");
            case REFINER_CN, REFINER_AU -> List.of("refiner");
            case ALLOY_MAKER_JP -> List.of("manufacturer");
            case MAGNET_MAKER_DE -> List.of("manufacturer", "exporter");
            case AUDITOR -> List.of("auditor");
        };
    }
}
