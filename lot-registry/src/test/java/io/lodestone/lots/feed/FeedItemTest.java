package io.lodestone.lots.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.lots.outbox.Fields;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** custody-service takes any annex; whatever one holds, the feed goes on. */
class FeedItemTest {

    private static final Salt SALT = Salt.of(new byte[16]);
    private static final PartyId PARTY = new PartyId(Uuid7.of(0, new byte[10]));

    @Test
    void a_name_is_read_from_the_annex_that_the_statement_commits_to() {
        assertThat(item(Annex.name("party", "Magnet maker", SALT).content()).name("party"))
                .contains("Magnet maker");
    }

    @Test
    void what_is_no_name_is_none() {
        assertThat(named("x".repeat(257)).name("party")).isEmpty();
        assertThat(named("line\nbreak").name("party")).isEmpty();
        JsonObject numbers = Json.object().put("kind", 1L).put("name", 2L).build();
        assertThat(item(numbers).name("party")).isEmpty();
    }

    @Test
    void a_request_names_nothing_with_control_characters() {
        assertThatThrownBy(() -> Fields.name("a\tb")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fields.name(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Fields.name("Séparation 分离")).isEqualTo("Séparation 分离");
    }

    private static FeedItem named(String name) {
        return item(Annex.name("party", name, SALT).content());
    }

    private static FeedItem item(JsonObject content) {
        Annex annex = new Annex(content, SALT);
        Statement statement = new Statement(
                PARTY,
                List.of(annex.digest()),
                new PartyRegistered("CH", PARTY),
                new StatementId(Uuid7.of(1, new byte[10])),
                "log.example/test",
                SALT,
                Instant.EPOCH);
        return new FeedItem(1, Instant.EPOCH, statement, List.of(annex));
    }
}
