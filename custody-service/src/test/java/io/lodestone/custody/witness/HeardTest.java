package io.lodestone.custody.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lodestone.custody.witness.Heard.Cosigned;
import io.lodestone.custody.witness.Heard.Failed;
import io.lodestone.custody.witness.Heard.Remembers;
import io.lodestone.evidence.checkpoint.Cosignature;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.testing.ArchivedLog;
import io.lodestone.evidence.testing.Witnesses;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeardTest {

    private static final SignedNote NOTE = note(5);
    private static final String LINE = Witnesses.cosign(NOTE, 1).line() + "\n";

    private static SignedNote note(int size) {
        ArchivedLog log = new ArchivedLog("one");
        log.grow(size);
        return log.note();
    }

    private static Heard heard(int status, String body) {
        return Heard.of(status, body, NOTE, Witnesses.key(1));
    }

    @Test
    void a_line_of_the_witness_counts_and_others_beside_it_are_ignored() {
        Cosignature cosignature = Witnesses.cosign(NOTE, 1);
        assertThat(heard(200, LINE)).isEqualTo(new Cosigned(cosignature));
        assertThat(heard(200, Witnesses.cosign(NOTE, 2).line() + "\n" + LINE)).isEqualTo(new Cosigned(cosignature));
    }

    @Test
    void anything_else_is_no_cosignature() {
        for (String body : List.of(
                "",
                "\n",
                LINE.strip(),
                LINE + "\n",
                "ok\n",
                Witnesses.cosign(NOTE, 2).line() + "\n",
                Witnesses.cosign(note(6), 1).line() + "\n",
                LINE.repeat(17))) {
            assertThat(heard(200, body)).as(body).isEqualTo(new Failed(Trouble.WRONG));
        }
    }

    @Test
    void each_status_has_its_meaning() {
        assertThat(heard(409, "12\n")).isEqualTo(new Remembers(new TreeSize(12)));
        for (String body : List.of("", "12", "012\n", "-1\n", "x\n", "12\n\n", "9223372036854775808\n")) {
            assertThat(heard(409, body)).as(body).isEqualTo(new Failed(Trouble.WRONG));
        }
        assertThat(heard(403, "")).isEqualTo(new Failed(Trouble.REFUSES));
        assertThat(heard(404, "")).isEqualTo(new Failed(Trouble.REFUSES));
        assertThat(heard(422, "")).isEqualTo(new Failed(Trouble.DISAGREES));
        assertThat(heard(429, "")).isEqualTo(new Failed(Trouble.AWAY));
        assertThat(heard(503, LINE)).isEqualTo(new Failed(Trouble.AWAY));
        assertThat(heard(301, LINE)).isEqualTo(new Failed(Trouble.WRONG));
        assertThat(heard(400, "")).isEqualTo(new Failed(Trouble.WRONG));
    }

    @Test
    void a_witness_is_asked_below_its_prefix() {
        assertThat(WitnessUrl.parse("https://w.example/"))
                .isEqualTo(new WitnessUrl(true, "w.example", 443, "/add-checkpoint"));
        assertThat(WitnessUrl.parse("http://127.0.0.1:8080/a/b"))
                .isEqualTo(new WitnessUrl(false, "127.0.0.1", 8080, "/a/b/add-checkpoint"));
        for (String url : List.of(
                "w.example",
                "ftp://w.example/",
                "https:///x",
                "https://u@w.example/",
                "https://w.example/?q",
                "https://w.example/#f",
                "https://w.example:0/",
                "https://w.example:70000/",
                "http:// w",
                "")) {
            assertThatIllegalArgumentException().as(url).isThrownBy(() -> WitnessUrl.parse(url));
        }
    }
}
