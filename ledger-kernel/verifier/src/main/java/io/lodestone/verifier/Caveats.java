package io.lodestone.verifier;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who asserted what, and what no step of the verification looks at. */
final class Caveats {

    static final List<String> NOT_CHECKED = List.of(
            "Status: whether the certificate was suspended or a signing certificate revoked since.",
            "Truth at source: whether what registrants declared about mass, composition and origin is so.",
            "Annexes: names, prices and documents, of which statements hold only digests.",
            "History: whether the log shows others another history, unless witnesses of a policy cosigned it, and the lots this one was made from.",
            "The clock: every signature was judged as of the time in its log entry, which the log's operator sets.",
            "Law: measures that the ruleset does not cover, listed above, and whether the ruleset reads the law right.");

    private Caveats() {}

    static Map<String, String> assertedBy() {
        Map<String, String> facts = new TreeMap<>();
        facts.put("consignment", "stated by the issuer");
        facts.put("form", "stated by the issuer");
        facts.put("masses", "declared by registrants, conserved by the ledger's arithmetic");
        facts.put("origin", "declared by registrants, accepted by the ledger");
        facts.put("outcome", "computed again here");
        facts.put("ruleset", "made and signed by its publisher");
        facts.put("times", "stated by the log");
        return facts;
    }
}
