package io.lodestone.custody.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.CorruptTreeException;
import io.lodestone.evidence.merkle.MerkleTree;
import io.lodestone.evidence.merkle.TreeSize;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NextPublicationTest {

    private static final String ORIGIN = "test.lodestone.example/pure";
    private static final Published NOTHING = new Published(TreeSize.ZERO, MerkleTree.EMPTY_ROOT, Optional.empty());
    private static final TileMap EMPTY = new TileMap(Map.of());

    private final List<Digest> leaves = leaves("a", 700);

    @Test
    void the_first_publication_needs_no_checkpoint_outside() {
        NextPublication first = first(leaves.subList(0, 300));
        assertThat(first.checkpoint().size()).isEqualTo(new TreeSize(300));
        assertThat(first.checkpoint().origin()).isEqualTo(ORIGIN);
    }

    @Test
    void a_publication_that_extends_the_one_outside_gives_the_root_of_all_leaves() {
        NextPublication first = first(leaves.subList(0, 300));
        NextPublication next = next(first, leaves.subList(300, 700), Optional.of(first.checkpoint()));
        assertThat(next.checkpoint()).isEqualTo(first(leaves).checkpoint());
    }

    @Test
    void a_publisher_that_died_after_writing_the_file_is_continued() {
        NextPublication first = first(leaves.subList(0, 300));
        Checkpoint written = first(leaves.subList(0, 650)).checkpoint();
        NextPublication next = next(first, leaves.subList(300, 700), Optional.of(written));
        assertThat(next.checkpoint()).isEqualTo(first(leaves).checkpoint());
    }

    @Test
    void a_checkpoint_outside_that_is_larger_than_the_log_is_not_signed_over() {
        NextPublication first = first(leaves.subList(0, 300));
        Checkpoint ahead = first(leaves).checkpoint();
        assertThatThrownBy(() -> next(first, leaves.subList(300, 500), Optional.of(ahead)))
                .isInstanceOf(LogDisagreement.class)
                .hasMessageContaining("gives only 500");
    }

    @Test
    void a_database_that_went_another_way_is_not_signed_over() {
        NextPublication first = first(leaves.subList(0, 300));
        Checkpoint kept = first(leaves.subList(0, 400)).checkpoint();
        assertThatThrownBy(() -> next(first, leaves("b", 400), Optional.of(kept)))
                .isInstanceOf(LogDisagreement.class)
                .hasMessageContaining("does not extend");
    }

    @Test
    void a_missing_checkpoint_is_not_made_up_for() {
        NextPublication first = first(leaves.subList(0, 300));
        assertThatThrownBy(() -> next(first, leaves.subList(300, 400), Optional.empty()))
                .isInstanceOf(LogDisagreement.class)
                .hasMessageContaining("missing");
    }

    @Test
    void tiles_that_do_not_give_the_published_root_are_not_built_upon() {
        NextPublication first = first(leaves.subList(0, 300));
        Published edited = new Published(new TreeSize(300), leaves.get(0), Optional.of("note"));
        TileMap tiles = EMPTY.with(first.growth().tiles());
        assertThatThrownBy(() -> NextPublication.of(
                        ORIGIN, edited, tiles, leaves.subList(300, 400), Optional.of(first.checkpoint())))
                .isInstanceOf(CorruptTreeException.class);
    }

    private static NextPublication first(List<Digest> leaves) {
        return NextPublication.of(ORIGIN, NOTHING, EMPTY, leaves, Optional.empty());
    }

    private static NextPublication next(NextPublication before, List<Digest> more, Optional<Checkpoint> outside) {
        Published published =
                new Published(before.checkpoint().size(), before.checkpoint().root(), Optional.of("note"));
        return NextPublication.of(ORIGIN, published, EMPTY.with(before.growth().tiles()), more, outside);
    }

    private static List<Digest> leaves(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Digest.leaf((name + i).getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .toList();
    }
}
