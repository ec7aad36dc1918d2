package io.lodestone.local;

import io.lodestone.local.host.DataDirectory;
import io.lodestone.local.host.Ports;
import java.nio.file.Path;

/** A Lodestone that is up, and where it keeps things. */
record Running(LocalLodestone lodestone, DataDirectory data, Ports ports, Path root) {}
