package io.lodestone.local.process;

import java.nio.file.Path;

/** Something the launcher depends on while it runs: its name for people, the process, and where it writes its log. */
public record Child(String name, ProcessHandle process, Path log) {}
