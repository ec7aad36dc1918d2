package io.lodestone.local.postgres;

import io.lodestone.local.host.LaunchException;
import io.lodestone.local.host.PrivateFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once into a folder that only its owner may enter and that nobody else writes. */
final class Binaries {

    private Binaries() {}

    /** The folder that holds {@code bin}; unpacked whole or not there at all. */
    static Path unpackedIn(Path folder) {
        URL packed = packed();
        Path place = folder.resolve("binaries-" + version(packed));
        if (!Files.isDirectory(place)) {
            Path beside = folder.resolve("binaries.new");
            PrivateFiles.deleteTree(beside);
            PrivateFiles.directory(beside);
            unpack(packed, beside);
            try {
                Files.move(beside, place);
            } catch (IOException e) {
                throw new LaunchException("cannot unpack PostgreSQL to " + place, e);
            }
        }
        return place;
    }

    private static URL packed() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String machine = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            default -> "arm_64";
        };
        String name = "/postgres-" + system + "-" + machine + ".txz";
        URL found = Binaries.class.getResource(name);
        if (found == null) {
            throw new LaunchException("no PostgreSQL was packed for this kind of machine (" + name
                    + "): Linux and macOS on x86-64 and ARM are known");
        }
        return found;
    }

    /** The archive's jar carries the version in its name, the archive does not. */
    private static String version(URL packed) {
        String jar = packed.getPath().replaceFirst("!.*", "").replaceFirst(".*/", "");
        return jar.replaceFirst(".*-(\\d[\\d.]*)\\.jar$", "$1");
    }

    private static void unpack(URL packed, Path place) {
        try (InputStream bytes = packed.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new BufferedInputStream(new XZInputStream(bytes), 1 << 16))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, place);
            }
        } catch (IOException e) {
            throw new LaunchException("cannot unpack PostgreSQL to " + place, e);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path place) throws IOException {
        Path file = place.resolve(entry.getName()).normalize();
        if (!file.startsWith(place)) {
            throw new IOException("an entry leads out of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            boolean runs = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(runs ? "rwx------" : "rw-------"));
        }
    }
}
