package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What several bodies share: sorted lists without repeats, and refusals that carry the member's path. */
final class Formats {

    /** An entry holds at most 1,000 nullifiers, so a statement spends at most as many lots; the same for new ones. */
    static final int MAX_LOTS = 1_000;

    private static final int MAX_PROFILES = 16 * OriginVector.MAX_PROFILES_PER_ELEMENT;

    private Formats() {}

    /** Asserts that what was understood is all that was written: two documents never read as one value. */
    static <T> T same(T value, Json written, Json given, String path) {
        if (!written.equals(given)) {
            throw new FormatException(Fault.NOT_CANONICAL, path, "is not in its one spelling");
        }
        return value;
    }

    /** One line of text that says something. */
    static String text(String text) {
        if (text.isBlank() || !text.equals(text.strip()) || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("must be one line of text without spaces around it");
        }
        return text;
    }

    static List<OriginProfile> profiles(Members in) {
        List<OriginProfile> profiles = in.objects("profiles", MAX_PROFILES, OriginProfile::read);
        sorted(in.path("profiles"), profiles, OriginProfile::digest);
        return profiles;
    }

    static <T, K extends Comparable<K>> void sorted(String path, List<T> items, Function<T, K> key) {
        for (int i = 1; i < items.size(); i++) {
            if (key.apply(items.get(i - 1)).compareTo(key.apply(items.get(i))) >= 0) {
                throw new FormatException(Fault.NOT_CANONICAL, path, "must be sorted, each item once");
            }
        }
    }

    static LotVersion lotVersion(Members in) {
        return new LotVersion(in.parsed("lot", 36, LotId::parse), in.integer("lotVersion", 1, Json.JsonInteger.MAX));
    }

    static Json.JsonObject json(LotVersion of) {
        return Json.object()
                .putWire("lot", of.lot())
                .put("lotVersion", of.version())
                .build();
    }

    /** The member {@code lots}: sorted by lot, each once; there may be none. */
    static List<LotVersion> lotVersions(Members in) {
        List<LotVersion> lots = in.objects("lots", MAX_LOTS, Formats::lotVersion);
        sorted(in.path("lots"), lots, LotVersion::lot);
        return lots;
    }

    static <T> void different(String path, List<T> items) {
        Set<T> seen = new HashSet<>();
        if (!items.stream().allMatch(seen::add)) {
            throw new FormatException(Fault.MALFORMED, path, "names a lot twice");
        }
    }

    static <T> List<T> notEmpty(String path, List<T> items) {
        if (items.isEmpty()) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, path, "needs at least one item");
        }
        return items;
    }
}
