package io.lodestone.evidence.ruleset;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.lodestone.evidence.quantity.DecimalText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A compiled leaf: total, side-effect free, and the same in every CEL library. Facts of both types travel as strings.
 * Compiling refuses ({@link IllegalArgumentException}) anything outside {@link CelSubset}.
 */
final class CelPredicate {

    /** Enough for a list of a hundred item codes. */
    static final int MAX_LENGTH = 2_048;

    private static final String OVERLOAD = "at_least_string4";
    private static final CelStandardDeclarations OPERATORS = CelStandardDeclarations.newBuilder()
            .includeFunctions(
                    StandardFunction.EQUALS,
                    StandardFunction.NOT_EQUALS,
                    StandardFunction.IN,
                    StandardFunction.LOGICAL_AND,
                    StandardFunction.LOGICAL_OR,
                    StandardFunction.LOGICAL_NOT)
            .build();
    private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
            .addFunctionBindings(CelFunctionBinding.from(
                    OVERLOAD,
                    List.of(String.class, String.class, String.class, String.class),
                    args -> atLeast((String) args[0], (String) args[1], (String) args[2], (String) args[3])))
            .build();

    private final CelRuntime.Program program;
    private final CelSubset.Reads reads;

    private CelPredicate(CelRuntime.Program program, CelSubset.Reads reads) {
        this.program = program;
        this.reads = reads;
    }

    static CelPredicate compile(String cel, Map<String, FactType> declared) {
        CelCompilerBuilder compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardEnvironmentEnabled(false)
                .setStandardMacros(List.of())
                .setStandardDeclarations(OPERATORS)
                .setResultType(SimpleType.BOOL)
                .addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                        CelSubset.AT_LEAST,
                        CelOverloadDecl.newGlobalOverload(
                                OVERLOAD,
                                SimpleType.BOOL,
                                List.of(SimpleType.STRING, SimpleType.STRING, SimpleType.STRING, SimpleType.STRING))));
        declared.keySet().forEach(name -> compiler.addVar(name, SimpleType.STRING));
        try {
            CelAbstractSyntaxTree tree = compiler.build().compile(cel).getAst();
            CelSubset.Reads reads = CelSubset.check(tree.getExpr(), declared);
            return new CelPredicate(RUNTIME.createProgram(tree), reads);
        } catch (CelValidationException e) {
            throw new IllegalArgumentException("is outside the subset of CEL that rules may use, or has a type error");
        } catch (CelEvaluationException e) {
            throw new IllegalArgumentException("cannot be planned as CEL", e);
        }
    }

    Set<String> facts() {
        return reads.facts();
    }

    /** The amount that {@code atLeast} divides by, which must be above zero. */
    Optional<String> divisor() {
        return reads.divisor();
    }

    boolean test(Map<String, String> values) {
        try {
            return (Boolean) program.eval(values);
        } catch (CelEvaluationException e) {
            throw new IllegalArgumentException("a leaf of the ruleset could not be evaluated", e);
        }
    }

    /** {@code numerator / denominator >= m / k}, multiplied out; equality is caught. */
    private static boolean atLeast(String numerator, String denominator, String m, String k) {
        return decimal(numerator)
                        .multiply(decimal(k))
                        .compareTo(decimal(denominator).multiply(decimal(m)))
                >= 0;
    }

    private static BigDecimal decimal(String text) {
        return DecimalText.parse(text).value();
    }
}
