package io.lodestone.custody.witness.app;

import io.lodestone.custody.log.Published;
import io.lodestone.custody.log.TileNeeds;
import io.lodestone.custody.log.app.LogStore;
import io.lodestone.custody.witness.ConfiguredWitness;
import io.lodestone.custody.witness.Heard;
import io.lodestone.custody.witness.Heard.Cosigned;
import io.lodestone.custody.witness.Heard.Failed;
import io.lodestone.custody.witness.Heard.Remembers;
import io.lodestone.custody.witness.Trouble;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.TileTree;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.witness.AddCheckpoint;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One round: every witness is asked for the checkpoint that is published now, each from the size it cosigned last, and
 * once more from the size that it says it remembers.
 */
final class Cosigning {

    private final LogStore log;
    private final WitnessClient client;
    private final WitnessStates states;

    Cosigning(LogStore log, WitnessClient client, WitnessStates states) {
        this.log = log;
        this.client = client;
        this.states = states;
    }

    /** What is asked for, and the sizes that the witnesses cosigned before. */
    record Round(TreeSize size, SignedNote note, Map<String, TreeSize> last) {

        static Optional<Round> of(Published published, Map<String, TreeSize> last) {
            return published.checkpoint().map(note -> new Round(published.size(), SignedNote.parse(note), last));
        }

        TreeSize last(ConfiguredWitness witness) {
            return last.getOrDefault(witness.key().toString(), TreeSize.ZERO);
        }

        boolean isCosignedBy(ConfiguredWitness witness) {
            return last(witness).equals(size);
        }
    }

    /** Asks one witness; the result is empty where it has cosigned this already or does not now. Never fails for it. */
    Uni<Optional<Cosigned>> ask(ConfiguredWitness witness, Round round) {
        TreeSize last = round.last(witness);
        if (round.isCosignedBy(witness)) {
            states.observe(witness, last, Optional.empty());
            return Uni.createFrom().item(Optional.empty());
        }
        return from(witness, round, last)
                .chain(heard -> heard instanceof Remembers other && other.size().compareTo(round.size()) <= 0
                        ? from(witness, round, other.size())
                        : Uni.createFrom().item(heard))
                .map(heard -> conclude(witness, round, heard));
    }

    private Uni<Heard> from(ConfiguredWitness witness, Round round, TreeSize old) {
        if (old.compareTo(round.size()) > 0) {
            // The turn came from an instance that had asked for more; the next round asks for that or for more.
            return Uni.createFrom().item(new Remembers(old));
        }
        return proof(old, round.size())
                .chain(proof -> client.ask(witness, new AddCheckpoint(old, proof, round.note())));
    }

    private Uni<List<Digest>> proof(TreeSize old, TreeSize size) {
        if (old.isEmpty() || old.equals(size)) {
            return Uni.createFrom().item(List.of());
        }
        TileNeeds needs = new TileNeeds().edgeOf(old).edgeOf(size);
        return log.transaction(db -> db.tiles(needs))
                .map(tiles -> TileTree.of(tiles, size).consistency(old, size).path());
    }

    private Optional<Cosigned> conclude(ConfiguredWitness witness, Round round, Heard heard) {
        if (heard instanceof Cosigned cosigned) {
            states.observe(witness, round.size(), Optional.empty());
            return Optional.of(cosigned);
        }
        Trouble trouble = heard instanceof Failed failed ? failed.trouble() : Trouble.AHEAD;
        states.observe(witness, round.last(witness), Optional.of(trouble));
        return Optional.empty();
    }
}
