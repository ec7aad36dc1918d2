package io.lodestone.local.identity;

import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.local.host.PrivateFiles;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Which party id each development party has: drawn once, then the same as long as the data directory lives. */
public final class PartyIds {

    private final Map<Party, PartyId> ids;

    private PartyIds(Map<Party, PartyId> ids) {
        this.ids = ids;
    }

    public static PartyIds keptIn(Path file) {
        Properties text = new Properties();
        try {
            text.load(new StringReader(PrivateFiles.readOrCreate(file, PartyIds::fresh)));
        } catch (IOException e) {
            throw new IllegalStateException("a string can be read", e);
        }
        Map<Party, PartyId> ids = new EnumMap<>(Party.class);
        for (Party party : Party.values()) {
            ids.put(party, PartyId.parse(text.getProperty(party.id())));
        }
        return new PartyIds(ids);
    }

    private static String fresh() {
        SecureRandom random = new SecureRandom();
        return Arrays.stream(Party.values())
                .map(party -> {
                    byte[] bytes = new byte[10];
                    random.nextBytes(bytes);
                    return party.id() + "=" + Uuid7.of(System.currentTimeMillis(), bytes) + "\n";
                })
                .collect(Collectors.joining());
    }

    public PartyId of(Party party) {
        PartyId id = ids.get(party);
        if (id == null) {
            throw new IllegalStateException("every party has an id");
        }
        return id;
    }
}
