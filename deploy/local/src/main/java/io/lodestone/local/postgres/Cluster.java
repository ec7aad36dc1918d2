package io.lodestone.local.postgres;

import io.lodestone.local.host.LaunchException;
import io.lodestone.local.host.PrivateFiles;
import io.lodestone.local.host.Program;
import io.lodestone.local.host.Unprivileged;
import io.lodestone.local.postgres.DatabaseLogins.Login;
import io.lodestone.local.process.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the cluster with its logins and databases, once.
 *
 * <p>It is made beside its place by a server in single-user mode, which listens nowhere, and then renamed: a launcher
 * killed half way leaves no cluster, never half of one.
 */
final class Cluster {

    private final Path binaries;
    private final Unprivileged user;
    private final DatabaseLogins logins;

    Cluster(Path binaries, Unprivileged user, DatabaseLogins logins) {
        this.binaries = binaries;
        this.user = user;
        this.logins = logins;
    }

    /** Makes it as {@code cluster} in {@code folder}, which lies in {@code dataDirectory}. */
    void makeIn(Path folder, Path dataDirectory) {
        Path beside = folder.resolve("cluster.new");
        PrivateFiles.deleteTree(beside);
        Path password = folder.resolve("superuser");
        PrivateFiles.write(password, logins.superuser().password() + "\n");
        try {
            user.own(folder, dataDirectory);
            initdb(beside, password);
            sql(beside, "postgres", rolesAndDatabases());
            for (Service service : Service.values()) {
                sql(beside, service.database(), rights(service));
            }
            Files.move(beside, folder.resolve("cluster"));
        } catch (IOException e) {
            throw new LaunchException("cannot make the database cluster in " + folder, e);
        } finally {
            delete(password);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new LaunchException("cannot remove " + file, e);
        }
    }

    private void initdb(Path cluster, Path password) {
        Program.must(
                user.command(List.of(
                        binaries.resolve("bin/initdb").toString(),
                        "--pgdata=" + cluster,
                        "--username=" + DatabaseLogins.SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--no-locale",
                        "--data-checksums")),
                "",
                "initdb");
    }

    /** One statement a line, as single-user mode reads them; the first error ends it. */
    private void sql(Path cluster, String database, List<String> statements) {
        Program.must(
                user.command(List.of(
                        binaries.resolve("bin/postgres").toString(),
                        "--single",
                        "-D",
                        cluster.toString(),
                        "-c",
                        "exit_on_error=on",
                        "-c",
                        "log_min_error_statement=panic",
                        database)),
                String.join(";\n", statements) + ";\n",
                "making the database " + database);
    }

    private List<String> rolesAndDatabases() {
        List<String> statements = new ArrayList<>();
        for (Service service : Service.values()) {
            Login app = logins.app(service);
            Login migrations = logins.migrations(service);
            for (Login login : List.of(app, migrations)) {
                statements.add("CREATE ROLE " + login.user() + " LOGIN PASSWORD '" + login.password() + "'");
            }
            statements.add("CREATE DATABASE " + service.database() + " OWNER " + migrations.user());
            statements.add("REVOKE ALL ON DATABASE " + service.database() + " FROM PUBLIC");
            statements.add("GRANT CONNECT ON DATABASE " + service.database() + " TO " + app.user());
        }
        return statements;
    }

    /** What a migration makes, the service may read and add to; changing and deleting need a grant of their own. */
    private List<String> rights(Service service) {
        String app = logins.app(service).user();
        String made = "ALTER DEFAULT PRIVILEGES FOR ROLE "
                + logins.migrations(service).user() + " IN SCHEMA public GRANT ";
        return List.of(
                "GRANT USAGE ON SCHEMA public TO " + app,
                made + "SELECT, INSERT ON TABLES TO " + app,
                made + "USAGE ON SEQUENCES TO " + app);
    }
}
