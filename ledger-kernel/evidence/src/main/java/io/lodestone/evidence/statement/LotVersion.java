package io.lodestone.evidence.statement;

/** A lot as it stood after so many accepted statements; the first statement makes version 1. */
public record LotVersion(LotId lot, long version) {}
