package io.lodestone.local.process;

import io.lodestone.local.host.DataDirectory;
import io.lodestone.local.host.Ports;
import io.lodestone.local.identity.DevelopmentIssuer;
import io.lodestone.local.identity.Party;
import io.lodestone.local.identity.PartyIds;
import io.lodestone.local.postgres.DatabaseLogins;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What each service is told. Secrets go by environment, which other users cannot read, and never by command line, which
 * they can.
 *
 * @param origin the log's origin line
 */
public record Environment(DataDirectory data, Ports ports, DatabaseLogins logins, PartyIds parties, String origin) {

    public Map<String, String> of(Service service) {
        Map<String, String> values = new LinkedHashMap<>();
        listening(values, service);
        database(values, service);
        values.put(Settings.TOKEN_ISSUER, DevelopmentIssuer.ISSUER);
        values.put(Settings.TOKEN_KEYS, data.issuerKeySet().toUri().toString());
        values.put(Settings.LOG_ORIGIN, origin);
        values.put(Settings.ENVIRONMENT, "development");
        values.put(Settings.OWN_TOKEN_FILE, data.token(service.id()).toString());
        values.put(Settings.LOT_REGISTRY_URL, ports.url(Service.LOT_REGISTRY));
        values.put(Settings.CUSTODY_URL, ports.url(Service.CUSTODY));
        switch (service) {
            case LOT_REGISTRY -> {}
            case CUSTODY -> log(values);
            case CERTIFICATES -> trust(values);
        }
        return values;
    }

    private void listening(Map<String, String> values, Service service) {
        values.put(Settings.PROFILE, "local");
        values.put(Settings.HTTP_HOST, "127.0.0.1");
        values.put(Settings.HTTP_PORT, String.valueOf(ports.http(service)));
        values.put(Settings.MANAGEMENT_HOST, "127.0.0.1");
        values.put(Settings.MANAGEMENT_PORT, String.valueOf(ports.management(service)));
    }

    private void database(Map<String, String> values, Service service) {
        String url = "postgresql://127.0.0.1:" + ports.postgres() + "/" + service.database();
        values.put(Settings.DATABASE_REACTIVE_URL, url);
        values.put(Settings.DATABASE_JDBC_URL, "jdbc:" + url);
        values.put(Settings.DATABASE_USER, logins.app(service).user());
        values.put(Settings.DATABASE_PASSWORD, logins.app(service).password());
        values.put(Settings.MIGRATIONS_USER, logins.migrations(service).user());
        values.put(Settings.MIGRATIONS_PASSWORD, logins.migrations(service).password());
        values.put(Settings.DATABASE_APP_ROLE, logins.app(service).user());
    }

    private void log(Map<String, String> values) {
        values.put(Settings.LOG_KEY_FILE, data.logKey().toString());
        values.put(Settings.LOG_KEY_PASSPHRASE_FILE, data.logPassphrase().toString());
        values.put(Settings.OUTSIDE_CHECKPOINT, data.outsideCheckpoint().toString());
    }

    private void trust(Map<String, String> values) {
        values.put(Settings.TRUST_DIRECTORY, data.trust().toString());
        values.put(Settings.TRUST_PASSPHRASE_FILE, data.trustPassphrase().toString());
        values.put(Settings.RULESET_PUBLISHER, parties.of(Party.REGISTRAR).toString());
    }
}
