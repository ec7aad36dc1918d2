package io.lodestone.evidence.party;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.party.Holdings.Half;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Ratio;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Uuid7;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    private final Map<PartyId, List<Owner>> book = new HashMap<>();

    private static PartyId party(int number) {
        return new PartyId(Uuid7.of(1, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) number}));
    }

    private static Owner owner(int party, String share) {
        return new Owner(
                new Holder(Optional.of(party(party)), Optional.empty(), Optional.empty(), Optional.empty()),
                DecimalText.parse(share));
    }

    private static Owner outsider(String name, String share) {
        return new Owner(
                new Holder(Optional.empty(), Optional.of(name), Optional.empty(), Optional.empty()),
                DecimalText.parse(share));
    }

    private void owned(int party, Owner... owners) {
        book.put(party(party), List.of(owners));
    }

    private Holdings held(Integer... listed) {
        return Ownership.of(party(0), book, true)
                .heldBy(Set.copyOf(
                        Stream.of(listed).map(it -> party(it).toString()).toList()));
    }

    @Test
    void half_of_half_is_a_chain_of_majorities_and_a_quarter() {
        owned(0, owner(1, "0.5"));
        owned(1, owner(2, "0.5"));
        assertThat(held(2)).isEqualTo(new Holdings(true, Ratio.of(1, 4), Ratio.of(1, 2), true));
        assertThat(held(2).half()).isEqualTo(Half.UNDETERMINED);
        assertThat(held(1).half()).isEqualTo(Half.YES);
    }

    @Test
    void listed_owners_of_less_than_half_each_are_added_up() {
        owned(0, outsider("A", "0.3"), outsider("B", "0.2"), outsider("C", "0.5"));
        Ownership ownership = Ownership.of(party(0), book, true);
        assertThat(ownership.heldBy(Set.of("name::A")).half()).isEqualTo(Half.NO);
        assertThat(ownership.heldBy(Set.of("name::A", "name::B")))
                .isEqualTo(new Holdings(false, Ratio.of(1, 2), Ratio.of(1, 2), true));
        assertThat(ownership.heldBy(Set.of("name::A", "name::B")).half()).isEqualTo(Half.UNDETERMINED);
    }

    @Test
    void what_nobody_is_stated_to_hold_may_be_theirs() {
        owned(0, outsider("A", "0.1"), outsider("B", "0.5"));
        assertThat(Ownership.of(party(0), book, true).heldBy(Set.of("name::A")).half())
                .isEqualTo(Half.UNDETERMINED);
        owned(0, outsider("A", "0.1"), outsider("B", "0.500001"));
        assertThat(Ownership.of(party(0), book, true).heldBy(Set.of("name::A")).half())
                .isEqualTo(Half.NO);
        owned(0, outsider("A", "0.1"), owner(1, "0.9"));
        assertThat(Ownership.of(party(0), book, true).heldBy(Set.of("name::A")).half())
                .isEqualTo(Half.UNDETERMINED);
    }

    @Test
    void what_one_listed_owner_holds_through_another_counts_once() {
        owned(0, owner(1, "0.6"));
        owned(1, owner(2, "1"));
        assertThat(held(1, 2).product()).isEqualTo(Ratio.of(3, 5));
    }

    @Test
    void shares_are_exact() {
        owned(0, outsider("A", "0.499999999999999999"), outsider("B", "0.500000000000000001"));
        Ownership ownership = Ownership.of(party(0), book, true);
        assertThat(ownership.heldBy(Set.of("name::A")).half()).isEqualTo(Half.NO);
        assertThat(ownership.heldBy(Set.of("name::B")).half()).isEqualTo(Half.YES);
    }

    @Test
    void circular_holdings_end_and_are_told() {
        owned(0, owner(1, "0.4"));
        owned(1, owner(2, "0.9"));
        owned(2, owner(1, "0.6"), owner(0, "0.4"));
        Ownership ownership = Ownership.of(party(0), book, true);
        assertThat(ownership.cyclic()).isTrue();
        assertThat(ownership.chains()).hasSize(2);
        assertThat(held(3).half()).isEqualTo(Half.UNDETERMINED);
        assertThat(held(3).summed()).isEqualTo(Ratio.ZERO);
    }

    @Test
    void a_tower_of_holdings_is_climbed_so_far_and_no_further() {
        for (int i = 0; i < 40; i++) {
            owned(i, owner(i + 1, "1"));
        }
        Ownership ownership = Ownership.of(party(0), book, true);
        assertThat(ownership.chains()).hasSize(Ownership.MAX_DEPTH);
        assertThat(ownership.complete()).isFalse();
    }

    @Test
    void a_thicket_of_holdings_is_cut_and_said_to_be() {
        for (int level = 0; level < 12; level++) {
            for (int of = 0; of < 3; of++) {
                int base = (level + 1) * 3;
                owned(level * 3 + of, owner(base, "0.3"), owner(base + 1, "0.3"), owner(base + 2, "0.3"));
            }
        }
        Ownership ownership = Ownership.of(party(0), book, true);
        assertThat(ownership.chains()).hasSize(Ownership.MAX_CHAINS);
        assertThat(ownership.complete()).isFalse();
        assertThat(held(3).half()).isEqualTo(Half.UNDETERMINED);
    }
}
