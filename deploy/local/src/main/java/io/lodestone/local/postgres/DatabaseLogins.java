package io.lodestone.local.postgres;

import io.lodestone.local.host.PrivateFiles;
import io.lodestone.local.process.Service;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The logins of the database and their passwords, made once and kept in one private file.
 *
 * <p>Each service has two: one to work with, which owns nothing, and one that owns its schema and is used by migrations
 * only.
 */
public final class DatabaseLogins {

    /** A name and its password, which is hexadecimal and so needs no quoting anywhere. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    static final String SUPERUSER = "postgres";

    private final Properties passwords;

    private DatabaseLogins(Properties passwords) {
        this.passwords = passwords;
    }

    public static DatabaseLogins keptIn(Path file) {
        Properties passwords = new Properties();
        try {
            passwords.load(new StringReader(PrivateFiles.readOrCreate(file, DatabaseLogins::fresh)));
        } catch (IOException e) {
            throw new IllegalStateException("a string can be read", e);
        }
        return new DatabaseLogins(passwords);
    }

    private static String fresh() {
        SecureRandom random = new SecureRandom();
        return Stream.concat(
                        Stream.of(SUPERUSER),
                        Stream.of(Service.values()).flatMap(s -> Stream.of(appUser(s), migrationsUser(s))))
                .map(user -> {
                    byte[] password = new byte[24];
                    random.nextBytes(password);
                    return user + "=" + HexFormat.of().formatHex(password) + "\n";
                })
                .collect(Collectors.joining());
    }

    private static String appUser(Service service) {
        return service.database() + "_app";
    }

    private static String migrationsUser(Service service) {
        return service.database() + "_migrations";
    }

    private Login login(String user) {
        return new Login(user, passwords.getProperty(user));
    }

    public Login superuser() {
        return login(SUPERUSER);
    }

    public Login app(Service service) {
        return login(appUser(service));
    }

    public Login migrations(Service service) {
        return login(migrationsUser(service));
    }
}
