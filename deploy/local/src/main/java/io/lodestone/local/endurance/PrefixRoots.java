package io.lodestone.local.endurance;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.MerkleTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The root of a growing tree after each leaf (RFC 9162 section 2.1.1), with the complete subtrees and nothing else kept. */
final class PrefixRoots {

    private final Deque<Digest> subtrees = new ArrayDeque<>();
    private long size;

    void add(Digest leaf) {
        Digest subtree = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            subtree = Digest.node(subtrees.pop(), subtree);
        }
        subtrees.push(subtree);
        size++;
    }

    long size() {
        return size;
    }

    Digest root() {
        Iterator<Digest> smallestFirst = subtrees.iterator();
        if (!smallestFirst.hasNext()) {
            return MerkleTree.EMPTY_ROOT;
        }
        Digest root = smallestFirst.next();
        while (smallestFirst.hasNext()) {
            root = Digest.node(smallestFirst.next(), root);
        }
        return root;
    }
}
