package io.lodestone.custody.transfer;

import java.time.Duration;
import java.time.Instant;

/** How long an offer has been open, in whole days since its entry, and the bucket that is. */
public record Age(long days) {

    /** What is usual, what to ask about, what to chase, and what nobody remembers. */
    public enum Bucket {
        UP_TO_1("0-1"),
        UP_TO_7("2-7"),
        UP_TO_30("8-30"),
        OVER_30("30+");

        private final String label;

        Bucket(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Entry times can run ahead of a clock by what clocks differ; that is no age. */
    public static Age of(Instant offered, Instant now) {
        return new Age(Math.max(0, Duration.between(offered, now).toDays()));
    }

    public Bucket bucket() {
        if (days <= 1) {
            return Bucket.UP_TO_1;
        } else if (days <= 7) {
            return Bucket.UP_TO_7;
        }
        return days <= 30 ? Bucket.UP_TO_30 : Bucket.OVER_30;
    }
}
