package io.lodestone.lots.bulk;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonArray;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.lots.assay.AssayRequest;
import io.lodestone.lots.lot.LotRequest;
import io.lodestone.lots.outbox.Request;
import io.lodestone.lots.outbox.SourceKey;
import io.lodestone.lots.transformation.TransformationRequest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What one item asks for, as far as that can be read without knowing any other. */
public sealed interface Asked {

    /** What tells it from another under the same key; the same as that of the endpoint for one entry. */
    Digest digest();

    /** The lots it names, by id or key. */
    default List<LotRef> refs() {
        return List.of();
    }

    record Lot(LotRequest request, Digest digest) implements Asked {}

    record Assay(LotRef of, AssayRequest request, Digest digest) implements Asked {

        @Override
        public List<LotRef> refs() {
            return List.of(of);
        }
    }

    /** Read in full only once the keys among its inputs are ids. */
    record Transformation(String path, JsonObject body, List<LotRef> refs, Digest digest) implements Asked {

        public Transformation {
            refs = List.copyOf(refs);
        }

        /** @param id what each input's lot is */
        public TransformationRequest request(Function<LotRef, LotId> id) {
            Members in = Members.of(refs.isEmpty() ? body : body.with("inputs", inputs(id)), path);
            TransformationRequest request = TransformationRequest.read(in);
            in.end();
            return request;
        }

        private Json inputs(Function<LotRef, LotId> id) {
            List<Json> inputs = new ArrayList<>();
            for (Json input : ((JsonArray) Members.of(body).value("inputs")).items()) {
                SortedMap<String, Json> members = new TreeMap<>(((JsonObject) input).members());
                members.remove("key");
                members.remove("output");
                members.put("lot", Json.string(id.apply(refs.get(inputs.size())).toString()));
                inputs.add(new JsonObject(members));
            }
            return Json.array(inputs);
        }
    }

    /**
     * The ERP took a document back.
     *
     * @param happened when; empty for when the original happened
     */
    record Reversal(SourceKey reverses, Optional<OffsetDateTime> happened, Digest digest) implements Asked {}

    /** Cannot be read. */
    record Broken(LedgerProblem problem) implements Asked {

        @Override
        public Digest digest() {
            return Digest.sha256(new byte[0]);
        }
    }

    /** The kinds as they are written. */
    enum Kind {
        LOT,
        TRANSFORMATION,
        ASSAY,
        REVERSAL;

        static Kind parse(String text) {
            for (Kind kind : values()) {
                if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("must be lot, transformation, assay or reversal");
        }
    }

    static Asked read(Members item) {
        return switch (item.parsed("kind", 32, Kind::parse)) {
            case LOT -> {
                Members body = item.object("body");
                LotRequest request = LotRequest.read(body);
                body.end();
                yield new Lot(request, Request.digest("POST /lots", body.json()));
            }
            case TRANSFORMATION -> {
                Members body = item.object("body");
                List<LotRef> refs = refs(body);
                yield new Transformation(
                        item.path("body"), body.json(), refs, Request.digest("POST /transformations", body.json()));
            }
            case ASSAY -> assay(item);
            case REVERSAL -> {
                Members reverses = item.object("reverses");
                SourceKey key = SourceKey.read(reverses);
                reverses.end();
                Optional<OffsetDateTime> happened = item.optionalParsed("eventTime", 29, WireTime::zoned);
                Json said = Json.object()
                        .put("reverses", reverses.json())
                        .putWire("eventTime", happened.map(WireTime::text))
                        .build();
                yield new Reversal(key, happened, Request.digest("reversal", said));
            }
        };
    }

    private static List<LotRef> refs(Members body) {
        List<LotRef> refs = new ArrayList<>();
        if (body.value("inputs") instanceof JsonArray inputs) {
            for (Json input : inputs.items()) {
                refs.add(LotRef.read(Members.of(input, body.path("inputs") + "[" + refs.size() + "]")));
            }
        }
        return refs;
    }

    private static Asked assay(Members item) {
        Members named = item.object("of");
        LotRef of = LotRef.read(named);
        named.end();
        Members body = item.object("body");
        AssayRequest request = AssayRequest.read(body);
        body.end();
        String lot = of.lot()
                .map(LotId::toString)
                .orElseGet(() ->
                        of.key().orElseThrow().digest() + "/" + of.output().orElse(0));
        return new Assay(of, request, Request.digest("POST /lots/" + lot + "/assays", body.json()));
    }
}
