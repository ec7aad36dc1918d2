package io.lodestone.local.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How to run a program that refuses to run as root, as PostgreSQL does.
 *
 * <p>Somebody else than root runs it plainly. Root runs it in a user namespace of its own, where it is nobody and its
 * files stay root's; where the kernel forbids that, as another user, to whom the files are then given.
 *
 * @param prefix what stands before the program and its arguments
 * @param owner  the user the program's files must belong to, if not the one who runs the launcher
 */
public record Unprivileged(List<String> prefix, Optional<String> owner) {

    public Unprivileged {
        prefix = List.copyOf(prefix);
    }

    public static Unprivileged detect() {
        if (new com.sun.security.auth.module.UnixSystem().getUid() != 0) {
            return new Unprivileged(List.of(), Optional.empty());
        }
        if (works(List.of("unshare", "-U"))) {
            return new Unprivileged(List.of("unshare", "-U"), Optional.empty());
        }
        return anotherUser();
    }

    /** Without a user namespace: as {@code postgres} if the machine knows that user, else as {@code nobody}. */
    static Unprivileged anotherUser() {
        for (String user : List.of("postgres", "nobody")) {
            for (List<String> prefix : List.of(
                    List.of("setpriv", "--reuid=" + user, "--regid=65534", "--clear-groups"),
                    List.of("runuser", "-u", user, "--"))) {
                if (works(prefix)) {
                    return new Unprivileged(prefix, Optional.of(user));
                }
            }
        }
        throw new LaunchException("PostgreSQL does not run as root, and neither unshare -U, setpriv nor runuser works"
                + " here. Run as an ordinary user.");
    }

    private static boolean works(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("sh", "-c", "test \"$(id -u)\" != 0"));
        try {
            return Program.run(command, "").exit() == 0;
        } catch (LaunchException e) {
            return false;
        }
    }

    public List<String> command(List<String> programAndArguments) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(programAndArguments);
        return command;
    }

    /** Gives {@code tree} to the program's user, and lets that user pass through the folders above it. */
    public void own(Path tree, Path dataDirectory) {
        if (owner.isEmpty()) {
            return;
        }
        Program.must(List.of("chmod", "711", dataDirectory.toString()), "", "opening the data directory's path");
        Program.must(List.of("chown", "-R", owner.get(), tree.toString()), "", "giving " + tree + " to its user");
        for (Path above = dataDirectory.getParent(); above != null; above = above.getParent()) {
            if (!Files.isReadable(above) || !reachable(above)) {
                throw new LaunchException("PostgreSQL has to run as " + owner.get() + ", who may not enter " + above
                        + "\nGive a folder that everybody may enter with --data DIR.");
            }
        }
    }

    private boolean reachable(Path folder) {
        return Program.run(command(List.of("sh", "-c", "cd \"$0\"", folder.toString())), "")
                        .exit()
                == 0;
    }
}
