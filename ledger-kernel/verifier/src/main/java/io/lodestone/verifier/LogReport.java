package io.lodestone.verifier;

import io.lodestone.evidence.archive.LogVerification;
import io.lodestone.evidence.archive.LogVerification.Incomplete;
import io.lodestone.evidence.archive.LogVerification.Rejected;
import io.lodestone.evidence.archive.LogVerification.Verified;
import io.lodestone.evidence.archive.StatementVerification;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.evidence.witness.PolicyVerdict.Met;
import java.util.List;
import java.util.Optional;

/** The report on a whole log, for people and for programs. */
final class LogReport {

    private LogReport() {}

    static List<String> text(LogVerification result, Optional<Met> met, Optional<StatementVerification> stated) {
        if (stated.isPresent() && stated.get() instanceof StatementVerification.Rejected rejected) {
            return List.of("REJECTED statement " + rejected.index() + ": " + rejected.detail());
        } else if (stated.isPresent() && stated.get() instanceof StatementVerification.Incomplete incomplete) {
            return List.of("INCOMPLETE statement " + incomplete.index() + " is missing");
        }
        if (result instanceof Verified verified) {
            String mark = verified.environment() == Environment.DEVELOPMENT ? "[development] " : "";
            return List.of(
                            "VERIFIED log " + verified.checkpoint().origin(),
                            "  entries         " + verified.checkpoint().size() + ", each naming the one before it",
                            "  root            " + verified.checkpoint().root() + ", signed",
                            "  witnesses       " + PolicyOption.text(met, cosignatures(verified)),
                            "  last entry      " + WireTime.text(verified.lastTime()),
                            "  lot versions    " + verified.spent() + " spent, none twice",
                            statements(stated))
                    .stream()
                    .map(line -> mark + line)
                    .toList();
        }
        return result instanceof Rejected rejected
                ? List.of("REJECTED " + rejected.path() + ": " + rejected.detail())
                : List.of("INCOMPLETE " + ((Incomplete) result).path() + " is missing");
    }

    private static String statements(Optional<StatementVerification> stated) {
        return stated.isPresent() && stated.get() instanceof StatementVerification.Verified verified
                ? "  statements      " + verified.statements() + ", of which " + verified.signed()
                        + " signed by their party; not checked: what else they say"
                : "  Not checked     what the statements say: their records are not public";
    }

    static JsonObject json(LogVerification result, Optional<Met> met, Optional<StatementVerification> stated) {
        if (stated.isPresent() && stated.get() instanceof StatementVerification.Rejected rejected) {
            return Json.object()
                    .put("detail", rejected.detail())
                    .put("path", "statement " + rejected.index())
                    .put("result", "rejected")
                    .build();
        } else if (stated.isPresent() && stated.get() instanceof StatementVerification.Incomplete incomplete) {
            return Json.object()
                    .put("missing", "statement " + incomplete.index())
                    .put("result", "incomplete")
                    .build();
        }
        JsonObject log = json(result, met);
        return stated.isPresent() && stated.get() instanceof StatementVerification.Verified all
                ? log.with("signedStatements", Json.integer(all.signed()))
                        .with("statements", Json.integer(all.statements()))
                : log;
    }

    private static int cosignatures(Verified verified) {
        return SignedNote.parse(verified.note()).signatures().size() - 1;
    }

    private static JsonObject json(LogVerification result, Optional<Met> met) {
        if (result instanceof Verified verified) {
            return Json.object()
                    .put("entries", verified.checkpoint().size().value())
                    .put("environment", verified.environment().wire())
                    .put("lastTime", WireTime.text(verified.lastTime()))
                    .put("origin", verified.checkpoint().origin())
                    .put("result", "verified")
                    .put("root", verified.checkpoint().root().toString())
                    .put("spent", verified.spent())
                    .put("witnesses", PolicyOption.json(met))
                    .build();
        }
        if (result instanceof Rejected rejected) {
            return Json.object()
                    .put("detail", rejected.detail())
                    .put("path", rejected.path())
                    .put("result", "rejected")
                    .build();
        }
        return Json.object()
                .put("missing", ((Incomplete) result).path())
                .put("result", "incomplete")
                .build();
    }
}
