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

/** The cells of the grid's lines as form fields: current, earlier and typed values. */
final class GridForms {

    static final List<String> FIELDS =
            Arrays.stream(GridColumn.values()).map(GridColumn::field).toList();

    private static final List<String> HIDDEN = List.of("version", "words", "since", "supportWas");

    private GridForms() {}

    /** A line's current values. */
    static Form of(Followed action, Words t) {
        return FollowUpForms.of(action, blank(action.action().value()), t)
                .with("target", shown(action.words().target(), t))
                .with("words", action.version());
    }

    /** A line's values when its form was opened. */
    static Form before(UUID action, Optional<PastFollowUp> past, Optional<Wording> words, String support, Words t) {
        Form form = blank(action);
        past.ifPresent(then -> FollowUpForms.of(then.facts(), then.responsible(), List.of(), form, t));
        words.map(then -> ((Wording.OfAction) then).target())
                .ifPresent(target -> form.with("target", shown(target, t)));
        return form.with("support", support);
    }

    /** A line's typed values; empty if it was not sent. */
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

    /** The typed values, with the current values in place of unreadable cells. */
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

    /** The amount, or the deliverable's name, in words that {@link TargetWords} reads. */
    private static @Nullable String shown(@Nullable Target target, Words t) {
        if (target == null) {
            return null;
        }
        String words = target.words();
        return target.measure() == TargetMeasure.DELIVERABLE && words != null ? words : target.amount(t);
    }

    /** The target of a typed line; the current one if its text was not changed. */
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
