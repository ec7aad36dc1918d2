package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;

/** From this statement on nothing is taken in its actor's name that is not signed by its key; or again without. */
public record SigningRequired(boolean required) implements Body {

    static SigningRequired read(Members in) {
        return new SigningRequired(in.bool("required"));
    }

    @Override
    public Kind kind() {
        return Kind.SIGNING_REQUIRED;
    }

    @Override
    public JsonObject json() {
        return Json.object().put("required", required).build();
    }
}
