package io.lodestone.local.process;

/** The names under which a service reads its settings from the environment; their values are {@link Environment}'s. */
final class Settings {

    // Quarkus and its extensions.
    static final String PROFILE = "QUARKUS_PROFILE";
    static final String HTTP_HOST = "QUARKUS_HTTP_HOST";
    static final String HTTP_PORT = "QUARKUS_HTTP_PORT";
    static final String MANAGEMENT_HOST = "QUARKUS_MANAGEMENT_HOST";
    static final String MANAGEMENT_PORT = "QUARKUS_MANAGEMENT_PORT";
    static final String DATABASE_REACTIVE_URL = "QUARKUS_DATASOURCE_REACTIVE_URL";
    static final String DATABASE_JDBC_URL = "QUARKUS_DATASOURCE_JDBC_URL";
    static final String DATABASE_USER = "QUARKUS_DATASOURCE_USERNAME";
    static final String DATABASE_PASSWORD = "QUARKUS_DATASOURCE_PASSWORD";
    static final String MIGRATIONS_USER = "QUARKUS_FLYWAY_USERNAME";
    static final String MIGRATIONS_PASSWORD = "QUARKUS_FLYWAY_PASSWORD";

    // Every service.
    static final String TOKEN_ISSUER = "LODESTONE_TOKEN_ISSUER";
    static final String TOKEN_KEYS = "LODESTONE_TOKEN_KEYS";
    static final String DATABASE_APP_ROLE = "QUARKUS_FLYWAY_PLACEHOLDERS_APP";
    static final String LOG_ORIGIN = "LODESTONE_LOG_ORIGIN";
    static final String ENVIRONMENT = "LODESTONE_ENVIRONMENT";

    // Services that call others.
    static final String OWN_TOKEN_FILE = "LODESTONE_SERVICE_TOKEN_FILE";
    static final String LOT_REGISTRY_URL = "LODESTONE_LOT_REGISTRY_URL";
    static final String CUSTODY_URL = "LODESTONE_CUSTODY_URL";

    // custody-service: the log.
    static final String LOG_KEY_FILE = "LODESTONE_LOG_KEY_FILE";
    static final String LOG_KEY_PASSPHRASE_FILE = "LODESTONE_LOG_KEY_PASSPHRASE_FILE";
    static final String OUTSIDE_CHECKPOINT = "LODESTONE_OUTSIDE_CHECKPOINT";

    // certificate-service: trust material and who publishes rulesets.
    static final String TRUST_DIRECTORY = "LODESTONE_TRUST_DIRECTORY";
    static final String TRUST_PASSPHRASE_FILE = "LODESTONE_TRUST_PASSPHRASE_FILE";
    static final String RULESET_PUBLISHER = "LODESTONE_RULESET_PUBLISHER";

    private Settings() {}
}
