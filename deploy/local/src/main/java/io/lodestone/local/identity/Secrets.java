package io.lodestone.local.identity;

import io.lodestone.local.host.DataDirectory;
import io.lodestone.local.host.PrivateFiles;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The random values a data directory is given when it is made, each in a file of its own. */
public final class Secrets {

    private static final String ORIGIN = "local.lodestone.example/log-";

    private Secrets() {}

    public static void ensurePassphrases(DataDirectory data) {
        String log = PrivateFiles.readOrCreate(data.logPassphrase(), () -> random(32) + "\n");
        String trust = PrivateFiles.readOrCreate(data.trustPassphrase(), () -> random(32) + "\n");
        if (log.equals(trust)) {
            throw new IllegalStateException("the two passphrases must differ");
        }
    }

    /** The log's origin line: its random suffix keeps two people's local logs apart. */
    public static String origin(DataDirectory data) {
        return PrivateFiles.readOrCreate(data.origin(), () -> ORIGIN + random(4) + "\n")
                .strip();
    }

    private static String random(int bytes) {
        byte[] value = new byte[bytes];
        new SecureRandom().nextBytes(value);
        return HexFormat.of().formatHex(value);
    }
}
