package io.lodestone.local.append;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.local.demo.DemoFailure;
import io.lodestone.local.host.PrivateFiles;
import io.lodestone.local.host.Program;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator: one body after the other from a file, over 64 connections. */
final class Wrk {

    private static final Pattern LINE =
            Pattern.compile("accepted=(\\d+) other=(\\d+) micros=(\\d+) p50=(\\d+) p99=(\\d+)");

    /** What was answered, and within what time. */
    record Load(long accepted, long other, double seconds, double p50Millis, double p99Millis) {}

    private final Bench bench;
    private final String as;
    private final Path script;
    private final Path bodies;

    Wrk(Bench bench, String as) {
        this.bench = bench;
        this.as = as;
        this.bodies = bench.folder().resolve("bodies.json");
        this.script = Resources.copied("append.lua", bench.folder());
    }

    /** Offers these lots for so long, and meanwhile does something else. */
    Load run(Paper paper, List<LotId> lots, int seconds, Runnable meanwhile) {
        write(paper, lots);
        Path token = bench.folder().resolve("bearer");
        PrivateFiles.write(token, bench.custody().token(as));
        List<String> command = List.of(
                "wrk",
                "-t1",
                "-c64",
                "-d" + seconds + "s",
                "-s",
                script.toString(),
                bench.custody().url(),
                "--",
                bodies.toString(),
                token.toString());
        Program.Result[] result = new Program.Result[1];
        Thread load = new Thread(() -> result[0] = Program.run(command, ""), "wrk");
        load.start();
        meanwhile.run();
        try {
            load.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted");
        }
        return read(result[0] == null ? "wrk could not be run" : result[0].output());
    }

    private static Load read(String output) {
        Matcher line = LINE.matcher(output);
        if (!line.find()) {
            throw new DemoFailure("wrk did not end as it should:\n" + output);
        }
        return new Load(
                Long.parseLong(line.group(1)),
                Long.parseLong(line.group(2)),
                Long.parseLong(line.group(3)) / 1e6,
                Long.parseLong(line.group(4)) / 1e3,
                Long.parseLong(line.group(5)) / 1e3);
    }

    private void write(Paper paper, List<LotId> lots) {
        try (BufferedWriter out = Files.newBufferedWriter(bodies)) {
            for (LotId lot : lots) {
                out.write(CanonicalJson.text(Custody.body(paper.offer(lot))));
                out.write('\n');
            }
        } catch (IOException e) {
            throw new DemoFailure("cannot write " + bodies + ": " + e.getMessage());
        }
    }
}
