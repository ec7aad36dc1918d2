package io.lodestone.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lodestone.evidence.digest.Digest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    private static final int MAX = 64;
    private static final List<Digest> LEAVES = ReferenceTree.leaves(MAX);

    /** The leaves of the classic eight-entry tree of Certificate Transparency, and its roots. */
    private static final List<String> CT_LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> CT_ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static HashSource over(List<Digest> leaves) {
        return (level, index) ->
                ReferenceTree.mth(leaves.subList((int) (index << level), (int) ((index + 1) << level)));
    }

    private static TreeSize size(long n) {
        return new TreeSize(n);
    }

    @Test
    void computes_the_known_roots_of_the_certificate_transparency_tree() {
        List<Digest> leaves = CT_LEAVES.stream()
                .map(hex -> Digest.leaf(HexFormat.of().parseHex(hex)))
                .toList();
        Stream.iterate(0, n -> n <= 8, n -> n + 1)
                .forEach(n -> assertThat(MerkleTree.root(size(n), over(leaves)).hex())
                        .as("size %d", n)
                        .isEqualTo(CT_ROOTS.get(n)));
    }

    @Test
    void roots_and_proofs_equal_the_definitions_for_all_sizes_to_64_and_verify() {
        HashSource nodes = over(LEAVES);
        for (int n = 0; n <= MAX; n++) {
            List<Digest> d = LEAVES.subList(0, n);
            Digest root = ReferenceTree.mth(d);
            assertThat(MerkleTree.root(size(n), nodes)).isEqualTo(root);
            for (int m = 0; m < n; m++) {
                InclusionProof proof = MerkleTree.inclusion(new LeafIndex(m), size(n), nodes);
                assertThat(proof.path()).isEqualTo(ReferenceTree.path(m, d));
                assertThat(proof.verify(d.get(m), size(n), root)).isEqualTo(ProofCheck.VALID);
            }
            for (int m = 1; m <= n; m++) {
                ConsistencyProof proof = MerkleTree.consistency(size(m), size(n), nodes);
                assertThat(proof.path()).isEqualTo(ReferenceTree.proof(m, d));
                assertThat(proof.verify(ReferenceTree.mth(d.subList(0, m)), root))
                        .isEqualTo(ProofCheck.VALID);
            }
        }
    }

    @Test
    void asks_a_source_only_for_complete_subtrees_within_the_size() {
        for (int n = 1; n <= MAX; n++) {
            int size = n;
            HashSource bounded = (level, index) -> {
                assertThat((index + 1) << level).isLessThanOrEqualTo(size);
                return over(LEAVES).node(level, index);
            };
            for (int m = 0; m < n; m++) {
                assertThat(MerkleTree.inclusion(new LeafIndex(m), size(n), bounded))
                        .isNotNull();
                assertThat(MerkleTree.consistency(size(m + 1), size(n), bounded))
                        .isNotNull();
            }
        }
    }

    @Test
    void makes_no_proof_that_cannot_hold() {
        HashSource nodes = over(LEAVES);
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleTree.inclusion(new LeafIndex(5), size(5), nodes));
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleTree.consistency(size(0), size(5), nodes));
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleTree.consistency(size(6), size(5), nodes));
        assertThat(MerkleTree.consistency(size(0), size(0), nodes).path()).isEmpty();
    }

    @Test
    void numbers_have_one_spelling() {
        assertThat(TreeSize.parse("9223372036854775807").value()).isEqualTo(Long.MAX_VALUE);
        assertThat(LeafIndex.parse("0").value()).isZero();
        for (String bad : List.of("", "01", "-1", "+1", " 1", "1 ", "1e3", "٣", "9223372036854775808")) {
            assertThatIllegalArgumentException().isThrownBy(() -> TreeSize.parse(bad));
            assertThatIllegalArgumentException().isThrownBy(() -> LeafIndex.parse(bad));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new TreeSize(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new LeafIndex(-1));
    }
}
