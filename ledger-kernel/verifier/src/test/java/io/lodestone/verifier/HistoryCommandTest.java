package io.lodestone.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.certificate.TrustFile;
import io.lodestone.evidence.certificate.TrustFile.TrustedLog;
import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.testing.ArchivedLog;
import io.lodestone.evidence.testing.LotLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifying a lot's history as a person or a script meets it. */
class HistoryCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final ArchivedLog log = new ArchivedLog("one");
    private final LotLog lots = new LotLog(log);

    @BeforeEach
    void history() throws IOException {
        log.grow(4);
        lots.state("registered", LotLog.LOT);
        lots.state("assayed", LotLog.LOT);
        TrustFile trust =
                new TrustFile(List.of(new TrustedLog(ArchivedLog.KEY, Environment.DEVELOPMENT)), List.of(), List.of());
        Files.write(folder.resolve("trust.json"), CanonicalJson.bytes(trust.json()));
    }

    private Path file(String name, LotLog of) throws IOException {
        return Files.write(folder.resolve(name), of.history(LotLog.LOT).bytes());
    }

    private Path export(String name, ArchivedLog of) throws IOException {
        for (Map.Entry<String, byte[]> file : of.files().entrySet()) {
            Path path = folder.resolve(name).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return folder.resolve(name);
    }

    private int run(Path file, Object... more) {
        out.getBuffer().setLength(0);
        List<String> args = new ArrayList<>(List.of("history", file.toString(), "--trust"));
        args.add(folder.resolve("trust.json").toString());
        for (Object arg : more) {
            args.add(arg.toString());
        }
        PrintWriter writer = new PrintWriter(out, true);
        return Verifier.run(writer, writer, args.toArray(String[]::new));
    }

    @Test
    void a_good_history_exits_0_and_says_where_each_version_was_made() throws IOException {
        Path file = file("lot.json", lots);
        assertThat(run(file)).isZero();
        assertThat(out.toString())
                .contains("VERIFIED history of lot " + LotLog.LOT, "1 to 2", "version 2  entry 5  ", "Not checked");
        assertThat(out.toString().lines()).allMatch(line -> line.startsWith("[development] "));
        assertThat(run(file, "--json")).isZero();
        assertThat(out.toString()).contains("\"result\":\"verified\"", "\"lotVersion\":2");
        assertThat(run(file, "--log", export("log", log), "--against", file)).isZero();
        assertThat(out.toString()).contains("the log shows 2 of its versions", "the other history shows 2");
    }

    @Test
    void a_changed_history_exits_1_and_names_the_step() throws IOException {
        Path file = file("lot.json", lots);
        String text = Files.readString(file);
        Files.writeString(file, text.replace("\"index\":5", "\"index\":4"));
        assertThat(run(file)).isEqualTo(1);
        assertThat(out.toString()).startsWith("REJECTED not-included (step 8)");
        assertThat(run(file, "--json")).isEqualTo(1);
        assertThat(out.toString()).contains("\"result\":\"rejected\"");
    }

    @Test
    void a_missing_file_or_secret_exits_2() throws IOException {
        Path file = file("lot.json", lots);
        String text = Files.readString(file);
        Files.writeString(file, text.replaceAll("\"spent\":\"[^\"]+\"", "\"spent\":null"));
        assertThat(run(file)).isEqualTo(2);
        assertThat(out.toString()).startsWith("INCOMPLETE the secret of version 1");
        assertThat(run(folder.resolve("nothing.json"))).isEqualTo(2);
        Files.writeString(file, text);
        assertThat(run(file, "--log", folder.resolve("nowhere"))).isEqualTo(2);
        assertThat(run(file, "--against", folder.resolve("nothing.json"))).isEqualTo(2);
        Files.delete(folder.resolve("trust.json"));
        assertThat(run(file)).isEqualTo(2);
    }

    @Test
    void two_histories_in_one_log_are_named_with_both_entries() throws IOException {
        LotLog secret = lots.copy(log);
        lots.state("sold to one", LotLog.LOT);
        secret.state("sold to another", LotLog.LOT);
        Path one = file("one.json", lots);
        Path other = file("other.json", secret);
        String nullifier =
                lots.versions(LotLog.LOT).get(2).entry().nullifiers().get(0).toString();
        assertThat(run(one)).isZero();
        assertThat(run(other)).isZero();
        assertThat(run(one, "--against", other)).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "REJECTED two-histories: version 3 of lot " + LotLog.LOT,
                        "entry 6 of",
                        "entry 7 of",
                        nullifier,
                        "version 2 was spent twice");
        assertThat(run(one, "--json", "--against", other)).isEqualTo(1);
        assertThat(out.toString()).contains("\"twoHistories\":{\"entries\":[{\"index\":6");
        assertThat(run(one, "--log", export("log", log))).isEqualTo(1);
        assertThat(out.toString()).contains("entry 7 shows the nullifier " + nullifier, "version 2 was spent twice");
        PrintWriter writer = new PrintWriter(out, true);
        out.getBuffer().setLength(0);
        String trust = folder.resolve("trust.json").toString();
        assertThat(Verifier.run(writer, writer, "log", folder.resolve("log").toString(), "--trust", trust))
                .isEqualTo(1);
        assertThat(out.toString()).contains("entry 7 shows the nullifier " + nullifier, "entry 6 has shown");
    }

    @Test
    void two_histories_in_two_logs_are_found_in_the_log_that_others_were_shown() throws IOException {
        ArchivedLog others = new ArchivedLog("two");
        for (int i = 0; i < log.size(); i++) {
            others.append(log.entry(i));
        }
        LotLog secret = lots.copy(others);
        lots.state("sold to one", LotLog.LOT);
        others.grow(8);
        secret.state("sold to another", LotLog.LOT);
        Path one = file("one.json", lots);
        assertThat(run(one, "--log", export("others", others))).isEqualTo(1);
        assertThat(out.toString()).contains("REJECTED two-histories", "entry 6 of", "entry 8 of", "was spent twice");
    }

    @Test
    void a_holder_asks_with_its_secret_whether_a_log_shows_its_lot_spent() throws IOException {
        Path one = file("one.json", lots);
        Path secret = Files.writeString(
                folder.resolve("secret"), lots.secret(LotLog.LOT).text() + "\n");
        assertThat(run(one, "--log", export("own", log), "--secret", secret)).isZero();
        lots.state("sold to another", LotLog.LOT);
        Path shown = export("shown", log);
        assertThat(run(one, "--log", shown)).isZero();
        assertThat(run(one, "--log", shown, "--secret", secret)).isEqualTo(1);
        assertThat(out.toString()).contains("REJECTED spent-since: version 2 of lot " + LotLog.LOT, "entry 6 of");
        Files.writeString(secret, lots.secret(LotLog.LOT).text());
        assertThat(run(one, "--log", shown, "--secret", secret)).isEqualTo(2);
        assertThat(run(one, "--log", shown, "--secret", folder.resolve("none"))).isEqualTo(2);
    }
}
