package io.lodestone.evidence.ruleset;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one limb's rule tree and compiles its leaves. */
final class RuleReader {

    /** Any legal text seen needs three levels. */
    static final int MAX_DEPTH = 8;

    static final int MAX_LEAVES = 64;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final Map<String, FactType> declared;
    private final Set<String> ids = new HashSet<>();

    RuleReader(Map<String, FactType> declared) {
        this.declared = declared;
    }

    /** Reads the members of one node, which has exactly one of {@code all}, {@code any}, {@code not} and {@code cel}. */
    Rule read(Members in) {
        Rule rule = node(in, 1);
        in.end();
        return rule;
    }

    private Rule node(Members in, int depth) {
        if (depth > MAX_DEPTH) {
            throw new FormatException(Fault.TOO_LARGE, in.path("when"), "a rule has at most " + MAX_DEPTH + " levels");
        }
        if (in.optional("all").isPresent()) {
            return new Rule.All(nodes(in, "all", depth));
        }
        if (in.optional("any").isPresent()) {
            return new Rule.Any(nodes(in, "any", depth));
        }
        if (in.optional("not").isPresent()) {
            Members inner = in.object("not");
            Rule rule = node(inner, depth + 1);
            inner.end();
            return new Rule.Not(rule);
        }
        return leaf(in);
    }

    private List<Rule> nodes(Members in, String name, int depth) {
        List<Rule> nodes = in.objects(name, MAX_LEAVES, inner -> node(inner, depth + 1));
        if (nodes.isEmpty()) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, in.path(name), "needs at least one node");
        }
        return nodes;
    }

    private Rule leaf(Members in) {
        String id = in.parsed("id", 64, RuleReader::checkId);
        if (!ids.add(id) || ids.size() > MAX_LEAVES) {
            throw new FormatException(
                    Fault.MALFORMED, in.path("id"), "each of at most " + MAX_LEAVES + " leaves has its own id");
        }
        String cel = in.string("cel", CelPredicate.MAX_LENGTH);
        CelPredicate predicate =
                in.parsed("cel", CelPredicate.MAX_LENGTH, text -> CelPredicate.compile(text, declared));
        return new Leaf(id, cel, predicate);
    }

    private static String checkId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("is lower-case letters, digits and hyphens");
        }
        return id;
    }
}
