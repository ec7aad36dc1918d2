package io.lodestone.lots.trace.flow;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How much of each input is in each output, in whole micrograms. As in the ledger's own draw, the outputs take one
 * after another from what remains, in proportion to it and by largest remainder: every row and every column sums up.
 */
final class Shares {

    private Shares() {}

    /** Both sides have the same sum; {@link ArithmeticException} where it does not fit. Rows are inputs. */
    static long[][] of(long[] inputs, long[] outputs) {
        long[] left = inputs.clone();
        long[][] shares = new long[inputs.length][outputs.length];
        for (int j = 0; j < outputs.length; j++) {
            long[] drawn = draw(left, outputs[j]);
            for (int i = 0; i < left.length; i++) {
                shares[i][j] = drawn[i];
                left[i] -= drawn[i];
            }
        }
        return shares;
    }

    private static long[] draw(long[] left, long wanted) {
        BigInteger whole = BigInteger.valueOf(sum(left));
        long[] drawn = new long[left.length];
        if (whole.signum() == 0) {
            return drawn;
        }
        BigInteger[] remainders = new BigInteger[left.length];
        for (int i = 0; i < left.length; i++) {
            BigInteger[] share = BigInteger.valueOf(left[i])
                    .multiply(BigInteger.valueOf(wanted))
                    .divideAndRemainder(whole);
            drawn[i] = share[0].longValueExact();
            remainders[i] = share[1];
        }
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, left.length).boxed().toList());
        order.sort(Comparator.comparing((Integer i) -> remainders[i]).reversed());
        long missing = wanted - sum(drawn);
        for (int n = 0; n < missing; n++) {
            drawn[order.get(n)]++;
        }
        return drawn;
    }

    static long sum(long[] values) {
        return LongStream.of(values).reduce(0, Math::addExact);
    }
}
