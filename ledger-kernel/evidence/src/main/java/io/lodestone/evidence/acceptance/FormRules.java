package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotsTransformed;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Dividing and joining leave the form as it is: oxide that became metal went through a process, and a split or blend
 * would hide where that was done, by whom and with whose know-how. Asked from version 2 on: what was accepted in version
 * 1 stands.
 */
final class FormRules {

    private FormRules() {}

    /** Asked once every input is known to be a lot. */
    static Optional<Refusal> check(LotsTransformed body, LedgerView view) {
        if (body.conduct().isEmpty() || !body.process().onlyHandles()) {
            return Optional.empty();
        }
        Set<Form> allowed = allowed(body, view);
        for (int i = 0; i < body.outputs().size(); i++) {
            Optional<Form> form = body.outputs().get(i).form();
            if (form.isPresent() && !allowed.contains(form.get())) {
                return Optional.of(new Refusal(
                        Code.FORM_CHANGED,
                        "body.outputs[" + i + "].form",
                        "a " + body.process().wire() + " makes no " + form.get().wire() + " of these lots, but only "
                                + String.join(
                                        " or ", allowed.stream().map(Form::wire).toList())));
            }
        }
        return Optional.empty();
    }

    /** The form of all inputs; where several were joined also mixed, and mixed alone where their forms differ. */
    private static Set<Form> allowed(LotsTransformed body, LedgerView view) {
        Set<Form> forms = EnumSet.noneOf(Form.class);
        body.inputs()
                .forEach(input -> forms.add(view.lot(input.lot()).orElseThrow().form()));
        if (forms.size() > 1) {
            return EnumSet.of(Form.MIXED);
        }
        if (body.inputs().size() > 1) {
            forms.add(Form.MIXED);
        }
        return forms;
    }
}
