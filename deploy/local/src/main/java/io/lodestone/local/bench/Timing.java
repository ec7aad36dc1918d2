package io.lodestone.local.bench;

import java.util.Arrays;
import java.util.Locale;

/** Times in nanoseconds, and their ratios, for a benchmark's last line. */
final class Timing {

    private Timing() {}

    /** Something that is timed. */
    interface Work {
        void run(int round);
    }

    static long once(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return System.nanoTime() - began;
    }

    /** Medians of two kinds of work that are done in turn, after some rounds that do not count. */
    static long[] medians(int warmUp, int rounds, Work first, Work second) {
        long[] one = new long[rounds];
        long[] other = new long[rounds];
        for (int i = -warmUp; i < rounds; i++) {
            int round = i;
            long took = once(() -> first.run(round));
            long tookOther = once(() -> second.run(round));
            if (i >= 0) {
                one[i] = took;
                other[i] = tookOther;
            }
        }
        Arrays.sort(one);
        Arrays.sort(other);
        return new long[] {one[rounds / 2], other[rounds / 2]};
    }

    static String ratio(long numerator, long denominator) {
        long hundredths = denominator == 0 ? 0 : (numerator * 200 + denominator) / (2 * denominator);
        return String.format(Locale.ROOT, "%d.%02d", hundredths / 100, hundredths % 100);
    }

    static String millis(long nanos) {
        long tenths = nanos / 100_000;
        return String.format(Locale.ROOT, "%d.%d", tenths / 10, tenths % 10);
    }
}
