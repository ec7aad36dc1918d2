package io.lodestone.local.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a process still does anything.
 *
 * <p>A killed process whose parent never asked for its exit code stays in the process table; in a container without an
 * init process it does so for ever, and {@link ProcessHandle#isAlive} goes on saying yes.
 */
public final class Liveness {

    private Liveness() {}

    public static boolean alive(ProcessHandle process) {
        return process.isAlive() && !defunct(process.pid());
    }

    /** From /proc/PID/stat of proc(5), whose state follows the command's name in parentheses; elsewhere: no. */
    private static boolean defunct(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }
}
