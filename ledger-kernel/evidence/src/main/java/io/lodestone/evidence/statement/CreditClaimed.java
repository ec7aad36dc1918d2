package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A mass-balance credit: a lot that was withdrawn from a pool is said to stand for an origin that the pool holds. It is
 * a claim beside the physical vector and changes none; the lot does not even get a new version by it.
 *
 * @param credited the lot, its version and what remains of it then
 * @param claims sorted by element and profile
 * @param profiles exactly those the claims name
 */
public record CreditClaimed(
        PoolState before, Credited credited, List<Claim> claims, List<OriginProfile> profiles, OffsetDateTime happened)
        implements Body {

    private static final int MAX_CLAIMS = OriginVector.MAX_PROFILES_PER_ELEMENT;

    /** The lot that gets the credit. It is named, and not spent. */
    public record Credited(LotVersion of, OriginVector vector) {
        static Credited read(Members in) {
            Credited credited = new Credited(
                    new LotVersion(
                            in.parsed("lot", 36, LotId::parse), in.integer("lotVersion", 1, Json.JsonInteger.MAX)),
                    OriginVector.read(in.object("vector")));
            in.end();
            return credited;
        }

        JsonObject json() {
            return Json.object()
                    .putWire("lot", of.lot())
                    .put("lotVersion", of.version())
                    .put("vector", vector.json())
                    .build();
        }
    }

    /** So much of one element is claimed to have this history. */
    public record Claim(Element element, Digest profile, Mass mass) {
        static Claim read(Members in) {
            return new Claim(
                    in.parsed("element", 2, Element::parse),
                    in.parsed("profile", 44, Digest::parse),
                    in.parsed("ug", 19, Mass::parsePositive));
        }

        JsonObject json() {
            return Json.object()
                    .put("element", element.symbol())
                    .putWire("profile", profile)
                    .putWire("ug", mass)
                    .build();
        }

        /** Sorts as the rows of a vector do: the blank sorts before every letter, and hex as the bytes it stands for. */
        public String order() {
            return element.symbol() + " " + profile.hex();
        }
    }

    public CreditClaimed {
        claims = List.copyOf(claims);
    }

    static CreditClaimed read(Members in) {
        List<Claim> claims = Formats.notEmpty(in.path("claims"), in.objects("claims", MAX_CLAIMS, Claim::read));
        Formats.sorted(in.path("claims"), claims, Claim::order);
        return new CreditClaimed(
                PoolState.read(in),
                Credited.read(in.object("credited")),
                claims,
                Formats.profiles(in),
                in.parsed("eventTime", 29, WireTime::zoned));
    }

    @Override
    public Kind kind() {
        return Kind.CREDIT_CLAIMED;
    }

    @Override
    public Optional<OffsetDateTime> eventTime() {
        return Optional.of(happened);
    }

    @Override
    public List<LotVersion> spends() {
        return List.of(before.of());
    }

    @Override
    public JsonObject json() {
        return before.putInto(Json.object())
                .put("claims", claims, Claim::json)
                .put("credited", credited.json())
                .put("eventTime", WireTime.text(happened))
                .put("profiles", profiles, OriginProfile::json)
                .build();
    }
}
