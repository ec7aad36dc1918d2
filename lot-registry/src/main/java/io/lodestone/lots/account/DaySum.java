package io.lodestone.lots.account;

import java.time.LocalDate;

/** What was posted to an account on one day. */
public record DaySum(LocalDate day, Account sum) {}
