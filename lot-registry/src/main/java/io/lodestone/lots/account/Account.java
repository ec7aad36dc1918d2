package io.lodestone.lots.account;

import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Ratio;
import java.math.BigInteger;

/**
 * The running account of one element at one facility, in micrograms.
 *
 * @param squares sum of the squared expanded uncertainties (k = 2) that were stated
 */
public record Account(
        Element element,
        BigInteger throughput,
        BigInteger loss,
        BigInteger unaccounted,
        BigInteger observed,
        BigInteger squares) {

    public static Account empty(Element element) {
        return new Account(
                element, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);
    }

    public Account plus(Account other) {
        return new Account(
                element,
                throughput.add(other.throughput),
                loss.add(other.loss),
                unaccounted.add(other.unaccounted),
                observed.add(other.observed),
                squares.add(other.squares));
    }

    public Account minus(Account other) {
        return new Account(
                element,
                throughput.subtract(other.throughput),
                loss.subtract(other.loss),
                unaccounted.subtract(other.unaccounted),
                observed.subtract(other.observed),
                squares.subtract(other.squares));
    }

    /** A part of the throughput as an exact fraction; zero of nothing is zero. */
    public Ratio share(BigInteger part) {
        return throughput.signum() == 0 ? Ratio.ZERO : new Ratio(part, throughput);
    }

    /** The square root of the sum of squares, rounded up to a whole microgram. */
    public BigInteger limitOfError() {
        BigInteger root = squares.sqrt();
        return root.multiply(root).equals(squares) ? root : root.add(BigInteger.ONE);
    }
}
