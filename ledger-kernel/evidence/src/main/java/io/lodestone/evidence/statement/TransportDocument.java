package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import java.util.Locale;

/** A paper that travels with goods: what it is, the number on it, and the digest of its bytes. */
public record TransportDocument(Type type, String number, Digest digest) {

    public static final int MAX_NUMBER = 64;

    /** What kind of paper it is. */
    public enum Type {
        BILL_OF_LADING,
        AIR_WAYBILL,
        ROAD_WAYBILL,
        RAIL_WAYBILL,
        DELIVERY_NOTE,
        PACKING_LIST,
        INVOICE,
        CUSTOMS_DECLARATION,
        EXPORT_LICENCE,
        OTHER;

        public static Type parse(String text) {
            for (Type type : values()) {
                if (type.wire().equals(text)) {
                    return type;
                }
            }
            throw new IllegalArgumentException("must be bill-of-lading, air-waybill, road-waybill, rail-waybill,"
                    + " delivery-note, packing-list, invoice, customs-declaration, export-licence or other");
        }

        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static TransportDocument read(Members in) {
        return new TransportDocument(
                in.parsed("type", 32, Type::parse),
                in.parsed("number", MAX_NUMBER, Formats::text),
                in.parsed("digest", 44, Digest::parse));
    }

    public JsonObject json() {
        return Json.object()
                .putWire("digest", digest)
                .put("number", number)
                .put("type", type.wire())
                .build();
    }
}
