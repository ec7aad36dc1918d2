package io.lodestone.certificates.dossier;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonBoolean;
import io.lodestone.evidence.canonical.Json.JsonInteger;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A lot at one version: what is left of it, and where that comes from.
 *
 * @param vector of what is left
 * @param profiles exactly those that the vector names, sorted by digest
 * @param standing what may be relied on
 */
public record Dossier(LotVersion lot, Form form, OriginVector vector, List<OriginProfile> profiles, Standing standing) {

    /** Whether the vector is the lot's, or what it was before a correction that is still being worked off. */
    public enum Standing {
        GOOD,
        /** A correction has touched the lot, and it is being computed again. */
        CORRECTION_PENDING,
        /** More of it was consumed than there was. */
        BLOCKED,
        /** The statement that made it is void. */
        VOIDED;

        private static Standing read(Members in) {
            if (in.optional("stale").equals(Optional.of(JsonBoolean.TRUE))) {
                return CORRECTION_PENDING;
            }
            String state = in.optionalString("state", 32).orElse("");
            return Stream.of(BLOCKED, VOIDED)
                    .filter(standing -> standing.name().equals(state))
                    .findFirst()
                    .orElse(GOOD);
        }
    }

    private static final int MAX_PROFILES = 8_192;

    /** Reads an answer; members that are of no use here may stand in it. Refuses one whose parts contradict. */
    public static Dossier read(Json answer) {
        Members in = Members.of(answer);
        OriginVector vector = OriginVector.read(in.object("vector"));
        List<OriginProfile> given = in.objects("profiles", MAX_PROFILES, OriginProfile::read);
        Mass left = in.parsed("remainingUg", 19, Mass::parse);
        if (!left.equals(vector.total())) {
            throw new FormatException(Fault.MALFORMED, "remainingUg", "is not the total of the vector");
        }
        return new Dossier(
                new LotVersion(in.parsed("lot", 36, LotId::parse), in.integer("version", 1, JsonInteger.MAX)),
                in.parsed("form", 16, Form::parse),
                vector,
                named(vector, given),
                Standing.read(in));
    }

    private static List<OriginProfile> named(OriginVector vector, List<OriginProfile> given) {
        Set<Digest> named =
                vector.rowList().stream().map(OriginVector.Row::profile).collect(Collectors.toUnmodifiableSet());
        List<OriginProfile> profiles = given.stream()
                .filter(profile -> named.contains(profile.digest()))
                .distinct()
                .sorted(Comparator.comparing(OriginProfile::digest))
                .toList();
        if (profiles.size() != named.size()) {
            throw new FormatException(Fault.MALFORMED, "profiles", "lacks a profile that the vector names");
        }
        return profiles;
    }
}
