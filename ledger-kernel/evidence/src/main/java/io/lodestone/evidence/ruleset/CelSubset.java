package io.lodestone.evidence.ruleset;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import io.lodestone.evidence.quantity.DecimalText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Walks a compiled leaf and refuses what is outside the closed subset: {@code ==}, {@code !=}, {@code in},
 * {@code &&}, {@code ||}, {@code !}, true, false, strings, lists of string literals, declared facts, and one
 * {@code atLeast}. Amounts stand only as its first two arguments and decimals only as its last two, so a leaf is
 * monotone in each amount and its value between two bounds is known from its values at the bounds.
 */
final class CelSubset {

    static final String AT_LEAST = "atLeast";

    private static final Set<String> OPERATORS = Set.of("_==_", "_!=_", "@in", "_&&_", "_||_", "!_");

    private final Map<String, FactType> declared;
    private final Set<String> facts = new TreeSet<>();
    private @Nullable String divisor;

    private CelSubset(Map<String, FactType> declared) {
        this.declared = declared;
    }

    /** What a leaf reads: its facts, and the one that {@code atLeast} takes as denominator. */
    record Reads(Set<String> facts, Optional<String> divisor) {}

    static Reads check(CelExpr root, Map<String, FactType> declared) {
        CelSubset subset = new CelSubset(declared);
        subset.walk(root);
        return new Reads(Set.copyOf(subset.facts), Optional.ofNullable(subset.divisor));
    }

    private void walk(CelExpr expr) {
        ExprKind.Kind kind = expr.getKind();
        if (kind == ExprKind.Kind.IDENT) {
            facts.add(read(expr, FactType.STRING));
        } else if (kind == ExprKind.Kind.LIST) {
            expr.list().elements().forEach(CelSubset::requireLiteral);
        } else if (kind == ExprKind.Kind.CALL) {
            call(expr.call());
        } else if (kind != ExprKind.Kind.CONSTANT || !isStringOrBool(expr.constant())) {
            throw outside("only strings, true, false, lists of strings and declared facts are values");
        }
    }

    private void call(CelExpr.CelCall call) {
        if (call.target().isPresent()) {
            throw outside("there are no methods");
        }
        if (call.function().equals(AT_LEAST)) {
            atLeast(call.args());
        } else if (OPERATORS.contains(call.function())) {
            call.args().forEach(this::walk);
        } else {
            throw outside("the only operators are == != in && || ! and atLeast");
        }
    }

    private void atLeast(List<CelExpr> args) {
        if (divisor != null) {
            throw outside("a leaf holds at most one atLeast");
        }
        String numerator = read(args.get(0), FactType.AMOUNT);
        divisor = read(args.get(1), FactType.AMOUNT);
        facts.add(numerator);
        facts.add(divisor);
        if (numerator.equals(divisor)) {
            throw outside("atLeast compares two different facts");
        }
        for (CelExpr bound : args.subList(2, 4)) {
            requireLiteral(bound);
            if (DecimalText.parse(bound.constant().stringValue()).value().signum() == 0) {
                throw outside("the bounds of atLeast are above zero");
            }
        }
    }

    private String read(CelExpr expr, FactType type) {
        if (expr.getKind() != ExprKind.Kind.IDENT) {
            throw outside("atLeast takes two facts and two decimals");
        }
        String name = expr.ident().name();
        if (declared.get(name) != type) {
            throw outside("a fact is not declared, or an amount stands outside atLeast");
        }
        return name;
    }

    private static void requireLiteral(CelExpr expr) {
        if (expr.getKind() != ExprKind.Kind.CONSTANT || expr.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            throw outside("lists and the bounds of atLeast hold string literals");
        }
    }

    private static boolean isStringOrBool(CelConstant constant) {
        return constant.getKind() == CelConstant.Kind.STRING_VALUE
                || constant.getKind() == CelConstant.Kind.BOOLEAN_VALUE;
    }

    private static IllegalArgumentException outside(String reason) {
        return new IllegalArgumentException("is outside the subset of CEL that rules may use: " + reason);
    }
}
