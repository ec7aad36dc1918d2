package io.lodestone.local.append;

import io.lodestone.local.identity.PartyIds;
import java.nio.file.Path;

/**
 * What the measurement works with.
 *
 * @param origin the log's origin line
 * @param folder where bodies and scripts may be kept meanwhile
 */
public record Bench(Custody custody, Database database, PartyIds parties, String origin, Path folder) {}
