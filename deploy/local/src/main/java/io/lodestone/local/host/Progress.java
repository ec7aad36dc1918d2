package io.lodestone.local.host;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Lines that tell a person what is happening, each with the seconds since the launcher's process began. */
public final class Progress {

    private final PrintStream out;
    private final Instant began;

    public Progress(PrintStream out) {
        this.out = out;
        this.began = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    }

    public void say(String line) {
        out.println("[" + seconds() + " s] " + line);
        out.flush();
    }

    public void plain(String line) {
        out.println(line);
        out.flush();
    }

    /** Seconds since the launcher began, to a tenth. */
    public String seconds() {
        long tenths = Duration.between(began, Instant.now()).toMillis() / 100;
        return String.format(Locale.ROOT, "%3d.%d", tenths / 10, tenths % 10).strip();
    }
}
