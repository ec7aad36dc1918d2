package io.lodestone.lots.feed;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.JsonString;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.WireTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An accepted statement with its place and time in the log, and the annexes that were sent with it. */
public record FeedItem(long index, Instant time, Statement statement, List<Annex> annexes) {

    private static final int MAX_NAME = 256;

    public FeedItem {
        annexes = List.copyOf(annexes);
    }

    static FeedItem read(Members in) {
        // The acceptance record and the party's signature are for those who audit; nothing here is derived from them.
        Json ignored = in.value("record");
        Optional<Json> unusedSignature = in.optional("signature");
        return new FeedItem(
                in.integer("index", 1, Json.JsonInteger.MAX),
                in.parsed("time", 24, WireTime::instant),
                Statement.read(in.value("statement"), in.path("statement")),
                annexes(in.value("annexes"), in.path("annexes")));
    }

    /** An array of annexes. */
    public static List<Annex> annexes(Json array, String path) {
        List<Annex> annexes = new ArrayList<>();
        if (array instanceof Json.JsonArray list) {
            for (Json item : list.items()) {
                annexes.add(Annex.read(item, path + "[" + annexes.size() + "]"));
            }
        }
        return annexes;
    }

    /**
     * The name in the annex of that kind, if it was sent and is the one the statement commits to. An annex may hold
     * anything, and none may stop the feed: what is no name is none.
     */
    public Optional<String> name(String kind) {
        return content(kind)
                .flatMap(content -> text(content, "name"))
                .filter(name -> name.length() <= MAX_NAME && name.chars().noneMatch(Character::isISOControl));
    }

    /** What the annex of that kind says, if it was sent and is the one that the statement commits to. */
    public Optional<JsonObject> content(String kind) {
        return committed().stream()
                .map(Annex::content)
                .filter(content -> text(content, "kind").equals(Optional.of(kind)))
                .findFirst();
    }

    /** The same as {@code read} understands it, written again; nothing where it does not: no annex stops the feed. */
    public Optional<JsonObject> described(String kind, Function<JsonObject, JsonObject> read) {
        try {
            return content(kind).map(read);
        } catch (FormatException e) {
            return Optional.empty();
        }
    }

    /** The annexes that the statement commits to. */
    public List<Annex> committed() {
        return annexes.stream()
                .filter(annex -> statement.annexes().contains(annex.digest()))
                .toList();
    }

    private static Optional<String> text(JsonObject content, String member) {
        return content.get(member) instanceof JsonString string ? Optional.of(string.text()) : Optional.empty();
    }
}
