package io.lodestone.evidence.ruleset;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonString;
import io.lodestone.evidence.quantity.DecimalText;

/** What is known of a fact: a text, an amount or its bounds, or nothing. */
public sealed interface FactValue {

    /** The text, the decimal, an object of both bounds, or null. */
    Json json();

    /** Whether nothing more could be learnt. */
    boolean isKnown();

    record Text(String text) implements FactValue {

        /** Facts are codes and country names, not prose. */
        public static final int MAX_LENGTH = 128;

        public Text {
            if (text.length() > MAX_LENGTH) {
                throw new IllegalArgumentException("a fact has at most " + MAX_LENGTH + " characters");
            }
        }

        @Override
        public Json json() {
            return new JsonString(text);
        }

        @Override
        public boolean isKnown() {
            return true;
        }
    }

    /** An amount between two bounds, both included; known where they are equal. */
    record Amount(DecimalText lower, DecimalText upper) implements FactValue {

        public Amount {
            if (lower.compareTo(upper) > 0) {
                throw new IllegalArgumentException("the lower bound of an amount is above the upper");
            }
        }

        @Override
        public Json json() {
            return isKnown()
                    ? new JsonString(lower.toString())
                    : Json.object()
                            .putWire("lower", lower)
                            .putWire("upper", upper)
                            .build();
        }

        @Override
        public boolean isKnown() {
            return lower.compareTo(upper) == 0;
        }
    }

    enum Unknown implements FactValue {
        UNKNOWN;

        @Override
        public Json json() {
            return JsonNull.NULL;
        }

        @Override
        public boolean isKnown() {
            return false;
        }
    }
}
