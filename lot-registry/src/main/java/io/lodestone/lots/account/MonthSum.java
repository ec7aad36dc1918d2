package io.lodestone.lots.account;

import java.time.YearMonth;

/** What was posted to an account in one month. */
public record MonthSum(YearMonth month, Account sum) {}
