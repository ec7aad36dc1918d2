package io.lodestone.evidence.ruleset;

import io.lodestone.evidence.canonical.Json;
import java.util.List;

/** A node of a rule tree. Every node below is evaluated, so that the derivation shows them all. */
public sealed interface Rule permits Rule.All, Rule.Any, Rule.Not, Leaf {

    Evaluation evaluate(Facts facts);

    /** True where every node is. */
    record All(List<Rule> nodes) implements Rule {
        public All {
            nodes = List.copyOf(nodes);
        }

        @Override
        public Evaluation evaluate(Facts facts) {
            List<Evaluation> parts =
                    nodes.stream().map(node -> node.evaluate(facts)).toList();
            Kleene value = parts.stream().map(Evaluation::value).reduce(Kleene.TRUE, Kleene::and);
            return joined("all", value, parts);
        }
    }

    /** True where at least one node is. */
    record Any(List<Rule> nodes) implements Rule {
        public Any {
            nodes = List.copyOf(nodes);
        }

        @Override
        public Evaluation evaluate(Facts facts) {
            List<Evaluation> parts =
                    nodes.stream().map(node -> node.evaluate(facts)).toList();
            Kleene value = parts.stream().map(Evaluation::value).reduce(Kleene.FALSE, Kleene::or);
            return joined("any", value, parts);
        }
    }

    record Not(Rule node) implements Rule {

        @Override
        public Evaluation evaluate(Facts facts) {
            Evaluation part = node.evaluate(facts);
            Kleene value = part.value().not();
            return new Evaluation(
                    value,
                    Json.object()
                            .put("not", part.derivation())
                            .put("value", value.wire())
                            .build(),
                    part.undecided());
        }
    }

    private static Evaluation joined(String kind, Kleene value, List<Evaluation> parts) {
        return new Evaluation(
                value,
                Json.object()
                        .put(kind, parts, Evaluation::derivation)
                        .put("value", value.wire())
                        .build(),
                parts.stream().flatMap(part -> part.undecided().stream()).toList());
    }
}
