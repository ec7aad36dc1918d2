package io.lodestone.local.append;

import io.lodestone.local.demo.DemoFailure;
import io.lodestone.local.host.PrivateFiles;
import io.lodestone.local.host.Program;
import io.lodestone.local.host.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What pgbench does on the same server, with the same settings and over TCP, in a database of its own. */
final class Baselines {

    private static final String DATABASE = "baseline";
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    /** Transactions a second. */
    record Rates(double sameWrites, double singleInsert, double chainTrigger) {}

    private final Bench bench;
    private final Progress progress;
    private final int seconds;

    Baselines(Bench bench, Progress progress, int seconds) {
        this.bench = bench;
        this.progress = progress;
        this.seconds = seconds;
    }

    Rates measure() {
        Database database = bench.database();
        database.run("postgres", "DROP DATABASE IF EXISTS " + DATABASE);
        database.run("postgres", "CREATE DATABASE " + DATABASE);
        database.run(DATABASE, Resources.text("baseline.sql"));
        progress.say("pgbench: one commit with the same writes, 64 clients, " + seconds + " s");
        double same = rate("same-writes.sql", 64);
        progress.say("pgbench: the statement's row alone, one in a commit, 64 clients");
        double single = rate("single-insert.sql", 64);
        progress.say("pgbench: an audit table whose trigger chains hashes, 32 clients");
        double chained = rate("chain-trigger.sql", 32);
        database.run("postgres", "DROP DATABASE " + DATABASE);
        return new Rates(same, single, chained);
    }

    private double rate(String script, int clients) {
        Path passwords = bench.folder().resolve("pgpass");
        PrivateFiles.write(
                passwords,
                "127.0.0.1:*:*:" + bench.database().superuser().user() + ":"
                        + bench.database().superuser().password() + "\n");
        List<String> command = List.of(
                "env",
                "PGPASSFILE=" + passwords,
                "pgbench",
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=1",
                "--time=" + seconds,
                "--file=" + Resources.copied(script, bench.folder()),
                "--host=127.0.0.1",
                "--port=" + bench.database().port(),
                "--username=" + bench.database().superuser().user(),
                DATABASE);
        Program.Result result = Program.run(command, "");
        Matcher rate = RATE.matcher(result.output());
        if (result.exit() != 0 || !rate.find()) {
            throw new DemoFailure("pgbench failed:\n" + result.output());
        }
        return Double.parseDouble(rate.group(1));
    }
}
