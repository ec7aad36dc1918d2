package io.lodestone.evidence.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.testing.History;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is tried in whatever order, seeded so that a failure repeats: a lot is on offer exactly while one open transfer
 * has it, and is in one hand.
 */
class OfferPropertyTest {

    private static final int LOTS = 3;
    private static final int MOVES = 50;
    private static final int MINUTES = 2;

    private final History history = new History();
    private final PartyId buyer = new PartyId(History.id(9));
    private final Offers offers = new Offers(history, buyer);
    private final List<LotId> lots = new ArrayList<>();
    private final List<TransferId> transfers = new ArrayList<>();
    private Instant time = History.NOW;
    private long next = 50_000;
    private int accepted;

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_lot_is_on_offer_exactly_while_one_open_transfer_has_it(int seed) {
        Random random = new Random(seed);
        history.accept(history.registrar, new PartyRegistered("DE", buyer));
        for (int i = 0; i < LOTS; i++) {
            lots.add(offers.registered());
        }
        for (int i = 0; i < MOVES; i++) {
            step(random);
            lots.forEach(this::check);
        }
        assertThat(accepted).isPositive();
    }

    private void step(Random random) {
        time = time.plusSeconds(20);
        int what = random.nextInt(10);
        LotId lot = lots.get(random.nextInt(LOTS));
        LotId other = lots.get(random.nextInt(LOTS));
        LotId[] some = lot.equals(other) ? new LotId[] {lot} : new LotId[] {lot, other};
        if (what < 3 || transfers.isEmpty()) {
            TransferId id = new TransferId(History.id(next++));
            transfers.add(id);
            PartyId holder = history.lot(lot).holder();
            Optional<Instant> expires = what % 2 == 0 ? Optional.empty() : Optional.of(time.plusSeconds(60L * MINUTES));
            PartyId to = holder.equals(buyer) ? history.party : buyer;
            tried(holder, new Offers(history, to).offer(id, expires, some));
            return;
        }
        TransferId id = transfers.get(random.nextInt(transfers.size()));
        Optional<Transfer> known = history.ledger.transfer(id);
        if (known.isEmpty()) {
            return;
        }
        LotId[] offered = known.get().lots().keySet().toArray(new LotId[0]);
        if (what == 4) {
            tried(known.get().sender(), offers.cancellation(id, offered));
        } else if (what == 5) {
            tried(known.get().recipient(), offers.dispute(id, offered));
        } else if (what == 6) {
            tried(history.registrar, offers.expiry(id, offered));
        } else if (what == 7) {
            tried(known.get().sender(), offers.acceptance(id, offered));
        } else {
            tried(known.get().recipient(), offers.acceptance(id, offered));
        }
    }

    private void tried(PartyId actor, Body body) {
        Statement statement = new Statement(
                actor,
                List.of(),
                body,
                new StatementId(History.id(next++)),
                History.LOG,
                Salt.of(new byte[16]),
                History.NOW);
        if (Acceptance.decide(statement, history.ledger, History.LOG, time) instanceof Decision.Accepted yes) {
            history.ledger.apply(yes.effects());
            accepted++;
        }
    }

    private void check(LotId lot) {
        Holding held = history.lot(lot);
        List<Transfer> open = transfers.stream()
                .flatMap(id -> history.ledger.transfer(id).stream())
                .filter(transfer -> transfer.state().open() && transfer.lots().containsKey(lot))
                .toList();
        assertThat(open).hasSizeLessThanOrEqualTo(1);
        assertThat(held.state()).isEqualTo(open.isEmpty() ? Holding.State.HELD : Holding.State.OFFERED);
        assertThat(held.offer()).isEqualTo(open.stream().map(Transfer::transfer).findFirst());
        open.forEach(transfer -> assertThat(held.holder()).isEqualTo(transfer.sender()));
        assertThat(held.remaining()).isEqualTo(Offers.MASS);
    }
}
