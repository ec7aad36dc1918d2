package io.lodestone.certificates.determination.app;

import io.lodestone.certificates.determination.AnsweredQuestion;
import io.lodestone.certificates.determination.Question;
import io.lodestone.certificates.determination.ShipmentFacts;
import io.lodestone.certificates.dossier.Dossier;
import io.lodestone.certificates.dossier.Dossiers;
import io.lodestone.certificates.ruleset.RulesetCatalogue;
import io.lodestone.certificates.ruleset.app.RulesetPublishing;
import io.lodestone.certificates.session.Contexts;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.certificate.Claims;
import io.lodestone.evidence.determination.OriginPolicy;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.ruleset.Ruleset;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.ids.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Answers questions and records the answers. A future day or an unpublished ruleset is the what-if. */
@Singleton
public class Determining {

    private final RulesetCatalogue catalogue;
    private final RulesetPublishing rulesets;
    private final Dossiers dossiers;
    private final Answers answers;
    private final Ids ids;
    private final Clock clock;

    @Inject
    Determining(
            RulesetCatalogue catalogue,
            RulesetPublishing rulesets,
            Dossiers dossiers,
            Answers answers,
            Ids ids,
            Clock clock) {
        this.catalogue = catalogue;
        this.rulesets = rulesets;
        this.dossiers = dossiers;
        this.answers = answers;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<AnsweredQuestion> answer(Actor actor, Question question, JsonObject request) {
        Ruleset ruleset = question.edition().map(rulesets::ruleset).orElseGet(catalogue::current);
        return dossiers.of(question.lot(), actor.party())
                .flatMap(dossier -> Contexts.onWorker(() -> answered(actor, question, request, ruleset, dossier)))
                .flatMap(answers::keep);
    }

    private AnsweredQuestion answered(
            Actor actor, Question question, JsonObject request, Ruleset ruleset, Dossier dossier) {
        Uuid7 id = ids.next();
        Mass mass = question.mass().orElse(dossier.vector().total());
        JsonObject answer = Json.object()
                .putWire("id", id)
                .put("determinations", Json.array(items(question, ruleset, dossier, mass)))
                .putWire("lot", dossier.lot().lot())
                .put("lotVersion", dossier.lot().version())
                .putWire("massKg", mass.toKg())
                .build();
        return new AnsweredQuestion(
                id, clock.instant(), actor.party(), actor.person(), dossier.lot(), ruleset.digest(), request, answer);
    }

    private static List<JsonObject> items(Question question, Ruleset ruleset, Dossier dossier, Mass mass) {
        List<JsonObject> items = new ArrayList<>();
        for (LocalDate date : question.dates()) {
            for (OriginPolicy policy : question.policies()) {
                if (dossier.standing() == Dossier.Standing.CORRECTION_PENDING) {
                    items.add(undetermined(date, policy));
                    continue;
                }
                items.add(ShipmentFacts.refusingPrices(() -> Claims.determine(
                        ruleset, question.facts().on(date, policy, mass), dossier.vector(), dossier.profiles())));
            }
        }
        return items;
    }

    /** While a lot is computed again there is nothing to derive an answer from. */
    private static JsonObject undetermined(LocalDate date, OriginPolicy policy) {
        return Json.object()
                .put("branches", Json.array(List.of()))
                .put("date", date.toString())
                .put("measures", Json.array(List.of()))
                .put("originPolicy", policy.wire())
                .put("outcome", "UNDETERMINED")
                .put("undecided", Json.strings(List.of("correction-pending")))
                .build();
    }
}
