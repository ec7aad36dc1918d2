package io.lodestone.local.append;

import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.FacilityRegistered;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.Site;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.local.append.Wrk.Load;
import io.lodestone.local.host.Progress;
import io.lodestone.local.identity.Party;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Offers of lots, one in a request over 64 connections and then a thousand in one, in a fresh log and in a long one;
 * between the rounds what PostgreSQL alone does with the same rows.
 */
public final class Append {

    private static final int BULK = 1_000;
    private static final int BULK_REQUESTS = 60;
    private static final String REGISTRY = "lot-registry";
    private static final String DATABASE = "custody";

    /** More than any log takes in a second on such a machine, so that no measurement runs out of statements. */
    private static final int MOST_PER_SECOND = 16_000;

    /** The compilers share two cores with all else here: before that long, it is mostly them who are measured. */
    private static final int WARM_UP_SECONDS = 30;

    private static final int WARM_UP_LOTS = 120_000;

    private final Bench bench;
    private final Progress progress;
    private final int seconds;
    private final Clients clients;
    private final Map<String, String> results = new LinkedHashMap<>();

    public Append(Bench bench, Progress progress, int seconds) {
        this.bench = bench;
        this.progress = progress;
        this.seconds = seconds;
        this.clients = new Clients(bench.custody());
    }

    /** Prints progress, and as its last line the figures. */
    public void run(long entries) {
        Paper paper = prepare();
        Round first = round("", paper);
        Baselines.Rates alone = new Baselines(bench, progress, seconds).measure();
        put("same_writes_per_s", alone.sameWrites());
        put("single_insert_per_s", alone.singleInsert());
        put("chain_trigger_per_s", alone.chainTrigger());
        put("append_vs_same_writes", ratio(first.single, alone.sameWrites()));
        put("append_vs_single_insert", ratio(first.single, alone.singleInsert()));
        put("append_vs_chain_trigger", ratio(first.single, alone.chainTrigger()));
        put("bulk_vs_single", ratio(first.bulk, first.single));
        if (entries > 0) {
            fill(paper, entries);
            Round second = round("at_full_", paper);
            put("full_vs_few_append", ratio(second.single, first.single));
        }
        progress.plain(results.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" ")));
    }

    private Paper prepare() {
        PartyId registrar = bench.parties().of(Party.REGISTRAR);
        PartyId refiner = bench.parties().of(Party.REFINER_CN);
        PartyId recipient = bench.parties().of(Party.MAGNET_MAKER_DE);
        FacilityId facility = new FacilityId(refiner.value());
        Site site = new Site("CN", facility, Optional.empty(), Places.of("CN"));
        Paper paper = Paper.of(bench.origin(), refiner, recipient, site, System.nanoTime());
        for (PartyId party : List.of(registrar, refiner, recipient)) {
            bench.custody()
                    .submit(
                            Party.REGISTRAR.id(),
                            List.of(paper.statement(registrar, new PartyRegistered("CN", party))));
        }
        bench.custody().submit(REGISTRY, List.of(paper.statement(new FacilityRegistered("CN", facility))));
        return paper;
    }

    /** Statements accepted a second. */
    private record Round(double single, double bulk) {}

    private Round round(String prefix, Paper paper) {
        int single = MOST_PER_SECOND * seconds;
        int warmUp = WARM_UP_LOTS;
        progress.say("registering " + (warmUp + single + BULK_REQUESTS * BULK) + " lots");
        List<LotId> lots = registered(paper, warmUp + single + BULK_REQUESTS * BULK);
        progress.say("writing their offers to a file");
        Wrk wrk = new Wrk(bench, Party.REFINER_CN.id());
        List<LotId> measured = lots.subList(warmUp, warmUp + single);
        Load warm = wrk.run(paper, lots.subList(0, warmUp), WARM_UP_SECONDS, () -> {});
        progress.say("  warm after " + warm.accepted() + " in " + Math.round(warm.seconds()) + " s");
        progress.say("offering, one in a request, 64 connections, " + seconds + " s");
        Database.Work before = bench.database().work(DATABASE);
        Lag lag = new Lag(bench.custody(), Party.REFINER_CN.id());
        List<Statement> sampled =
                registered(paper, 40 * seconds).stream().map(paper::offer).toList();
        Load load = wrk.run(paper, measured, seconds, () -> lag.sample(sampled, seconds));
        Database.Work work = bench.database().work(DATABASE).since(before);
        double accepted = load.accepted() / load.seconds();
        put(prefix + "accepted_per_s", accepted);
        put(prefix + "p50_ms", load.p50Millis());
        put(prefix + "p99_ms", load.p99Millis());
        put(prefix + "not_accepted", load.other());
        put(prefix + "publish_p99_ms", lag.p99Millis());
        put(prefix + "fsyncs_per_statement", (double) work.fsyncs() / load.accepted());
        put(prefix + "bytes_per_entry", work.bytes() / load.accepted());
        progress.say("offering, " + BULK + " in a request");
        List<Statement> offers = lots.subList(warmUp + single, lots.size()).stream()
                .map(paper::offer)
                .toList();
        double bulk = clients.rate(Party.REFINER_CN.id(), offers, BULK);
        put(prefix + "bulk_per_s", bulk);
        return new Round(accepted, bulk);
    }

    private List<LotId> registered(Paper paper, int count) {
        List<LotId> lots = new ArrayList<>(count);
        while (lots.size() < count) {
            List<LotId> some = new ArrayList<>();
            for (int i = lots.size(); i < count && some.size() < 50 * BULK; i++) {
                some.add(paper.lot());
            }
            double rate = clients.rate(
                    REGISTRY, some.stream().map(paper::registration).toList(), BULK);
            lots.addAll(some);
            if (count > some.size()) {
                progress.say("  " + lots.size() + " of " + count + ", " + Math.round(rate) + " a second");
            }
        }
        return lots;
    }

    private void fill(Paper paper, long entries) {
        progress.say("loading until the log has " + entries + " entries");
        long there = bench.custody().published();
        if (there < entries) {
            put("loaded", registered(paper, (int) (entries - there)).size());
        }
    }

    private void put(String name, double value) {
        put(name, String.format(java.util.Locale.ROOT, value < 10 ? "%.3f" : "%.0f", value));
    }

    private void put(String name, long value) {
        put(name, String.valueOf(value));
    }

    private void put(String name, String value) {
        results.put(name, value);
        progress.say("  " + name + "=" + value);
    }

    private static String ratio(double numerator, double denominator) {
        return String.format(java.util.Locale.ROOT, "%.2f", denominator == 0 ? 0 : numerator / denominator);
    }
}
