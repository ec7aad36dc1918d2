package io.lodestone.local.witness;

import io.lodestone.evidence.checkpoint.Cosignature;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.checkpoint.WitnessKey;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.signature.SigningSeed;
import io.lodestone.local.host.LaunchException;
import io.lodestone.local.host.PrivateFiles;
import java.security.SecureRandom;
import java.time.Instant;

/** A witness's key, out of a file that its owner alone reads: the name, a space, and the seed in base64. */
public final class WitnessSigner {

    private final WitnessKey key;
    private final SigningSeed seed;

    WitnessSigner(String name, SigningSeed seed) {
        this.key = new WitnessKey(name, seed.publicKey());
        this.seed = seed;
    }

    /** The folder's key; made once under {@code name}, which it keeps. */
    public static WitnessSigner of(WitnessFolder folder, String name) {
        String text = PrivateFiles.readOrCreate(folder.signingKey(), () -> {
            WitnessSigner made = new WitnessSigner(name, fresh());
            return made.key.name() + " " + Base64Text.encode(made.seed.bytes()) + "\n";
        });
        String[] parts = text.strip().split(" ", -1);
        try {
            if (parts.length == 2) {
                WitnessSigner signer = new WitnessSigner(parts[0], SigningSeed.of(Base64Text.decode(parts[1])));
                PrivateFiles.write(folder.verifierKey(), signer.key + "\n");
                return signer;
            }
        } catch (IllegalArgumentException e) {
            // Said below, without what the file holds.
        }
        throw new LaunchException(folder.signingKey() + " is not a witness's key");
    }

    private static SigningSeed fresh() {
        byte[] seed = new byte[32];
        new SecureRandom().nextBytes(seed);
        return SigningSeed.of(seed);
    }

    public WitnessKey key() {
        return key;
    }

    Cosignature cosign(SignedNote note, Instant now) {
        return Cosignature.sign(note.text(), key, now, seed);
    }
}
