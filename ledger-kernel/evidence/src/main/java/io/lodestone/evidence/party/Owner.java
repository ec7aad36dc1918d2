package io.lodestone.evidence.party;

import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Ratio;

/** A direct holding: who, and which fraction of the whole, above 0 and at most 1. */
public record Owner(Holder holder, DecimalText share) {

    public Owner {
        Ratio ratio = share.ratio();
        if (ratio.isZero() || ratio.compareTo(Ratio.ONE) > 0) {
            throw new IllegalArgumentException("must be a fraction above 0 and at most 1, such as 0.5");
        }
    }

    static Owner read(Members in) {
        Holder holder = Holder.read(in);
        return new Owner(holder, in.parsed("share", 37, text -> new Owner(holder, DecimalText.parse(text)).share()));
    }

    JsonObject json() {
        return holder.json().putWire("share", share).build();
    }
}
