package org.convergence.plan.actionplan.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.actionplan.Target;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.actionplan.Wording;
import org.convergence.plan.actionplan.domain.Followed;
import org.convergence.plan.actionplan.domain.PastFollowUp;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The cells of the grid's lines as fields of forms: as they stand, as they were, as they were typed. */
final class GridForms {

    static final List<String> FIELDS =
            Arrays.stream(GridColumn.values()).map(GridColumn::field).toList();

    private static final List<String> HIDDEN = List.of("version", "words", "since", "supportWas");

    private GridForms() {}

    /** A line as it stands. */
    static Form of(Followed action, Words t) {
        return FollowUpForms.of(action, blank(action.action().value()), t)
                .with("target", shown(action.words().target(), t))
                .with("words", action.version());
    }

    /** A line as it stood when somebody opened it. */
    static Form before(UUID action, Optional<PastFollowUp> past, Optional<Wording> words, String support, Words t) {
        Form form = blank(action);
        past.ifPresent(then -> FollowUpForms.of(then.facts(), then.responsible(), List.of(), form, t));
        words.map(then -> ((Wording.OfAction) then).target())
                .ifPresent(target -> form.with("target", shown(target, t)));
        return form.with("support", support);
    }

    /** A line as it was typed; empty where it was not sent. */
    static Optional<Form> typed(Form all, Followed now) {
        UUID id = now.action().value();
        if (!all.filled("version." + id)) {
            return Optional.empty();
        }
        Form form = blank(id);
        FIELDS.forEach(field -> form.with(field, all.value(field + "." + id)));
        form.with("completedOn", now.facts().completedOn());
        for (String hidden : HIDDEN) {
            form.with(hidden, all.value(hidden + "." + id));
        }
        String take = all.value("take");
        if (take.endsWith("." + id)) {
            form.with("take", take.substring(0, take.indexOf('.')));
        }
        return Optional.of(form);
    }

    /** What was typed, with the cells that cannot be read as they stand. */
    static Form readable(Form typed, Form standing) {
        Form readable = Form.blank();
        HIDDEN.forEach(field -> readable.with(field, typed.value(field)));
        readable.with("completedOn", typed.value("completedOn"));
        FIELDS.forEach(field -> readable.with(field, (typed.problem(field) == null ? typed : standing).value(field)));
        return readable;
    }

    private static Form blank(UUID action) {
        return Form.named("g" + action);
    }

    static boolean same(Form one, Form other) {
        return FIELDS.stream()
                .allMatch(field ->
                        one.value(field).strip().equals(other.value(field).strip()));
    }

    /** The amount, or the name of what is to be handed over: words that are read back. */
    private static @Nullable String shown(@Nullable Target target, Words t) {
        if (target == null) {
            return null;
        }
        String words = target.words();
        return target.measure() == TargetMeasure.DELIVERABLE && words != null ? words : target.amount(t);
    }

    /** The target that a line wants; the same one where its words were not touched. */
    static @Nullable Target target(Form form, Wording.OfAction now, Words t) {
        Target standing = now.target();
        String typed = form.value("target").strip();
        if (typed.isEmpty()) {
            return null;
        }
        if (typed.equals(shown(standing, t))) {
            return standing;
        }
        Optional<Target> read = TargetWords.read(typed, t);
        if (read.isEmpty()) {
            form.reject("target", "actionplan.grid.target.unread");
            return standing;
        }
        Target target = read.get();
        return standing != null
                        && standing.measure() == target.measure()
                        && target.words() == null
                        && target.kinds().isEmpty()
                ? new Target(target.measure(), target.number(), standing.kinds(), standing.words())
                : target;
    }
}
