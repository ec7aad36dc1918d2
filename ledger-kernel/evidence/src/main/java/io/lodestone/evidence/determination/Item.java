package io.lodestone.evidence.determination;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The item codes that rulesets list. Closed, because a code that no rule knows would read as NOT_REQUIRED; an item
 * that fits none of them is stated as null, which is Unknown.
 */
final class Item {

    static final String MAGNET_WITHOUT_HEAVY = "magnet-ndfeb";

    private static final Set<String> CODES = Stream.of(
                    Stream.of("sm", "gd", "tb", "dy", "lu", "sc", "y")
                            .flatMap(element ->
                                    Stream.of("metal-", "oxide-", "compound-").map(form -> form + element)),
                    Stream.of("la", "ce", "pr", "nd", "ndpr")
                            .flatMap(element -> Stream.of("metal-", "oxide-").map(form -> form + element)),
                    Stream.of("sm-co", "sm-fe", "sm-ni", "sm-al", "sm-mg", "gd-mg", "gd-al", "tb-co", "tb-co-fe")
                            .map(alloy -> "alloy-" + alloy),
                    Stream.of("tb-fe", "dy-fe", "tb-dy-fe", "sc-al", "sc-cu", "y-al", "y-cu", "y-fe")
                            .map(alloy -> "alloy-" + alloy),
                    Stream.of("magnet-smco", "magnet-ndfeb-tb", "magnet-ndfeb-dy", MAGNET_WITHOUT_HEAVY),
                    Stream.of("target", "assembly"))
            .flatMap(codes -> codes)
            .collect(Collectors.toUnmodifiableSet());

    private Item() {}

    static String check(String code) {
        if (!CODES.contains(code)) {
            throw new IllegalArgumentException("is not an item code; an item that fits none is null");
        }
        return code;
    }
}
