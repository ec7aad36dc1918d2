package io.lodestone.custody.statement.api;

import io.lodestone.custody.problem.CustodyProblem;
import io.lodestone.custody.statement.Submission;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.JsonString;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.statement.Kind;
import io.lodestone.kit.body.JsonBody;
import io.lodestone.kit.problem.LedgerProblem;

/** Reads the body of a submission; a kind that is not known here has an answer of its own. */
final class SubmissionReader {

    private SubmissionReader() {}

    static Submission read(byte[] body) {
        return JsonBody.read(body, SubmissionReader::read);
    }

    /** One of several; its refusals name the member as they do for a single one. */
    static Submission readItem(Members in) {
        Submission submission = read(in);
        in.end();
        return submission;
    }

    private static Submission read(Members in) {
        if (in.value("statement") instanceof JsonObject statement
                && statement.get("type") instanceof JsonString type
                && !isKnown(type.text())) {
            throw new LedgerProblem(CustodyProblem.KIND_UNKNOWN, "This version knows no such kind.")
                    .at("statement.type");
        }
        return Submission.read(in);
    }

    private static boolean isKnown(String type) {
        for (Kind kind : Kind.values()) {
            if (kind.type().equals(type)) {
                return true;
            }
        }
        return false;
    }
}
