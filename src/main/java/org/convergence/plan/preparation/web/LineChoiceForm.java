package org.convergence.plan.preparation.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.preparation.domain.LineChoice;
import org.convergence.plan.preparation.domain.Preparation.PreparedLine;
import org.convergence.plan.preparation.domain.PreparationChoice;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.jspecify.annotations.Nullable;

/** The form fields of the decisions, with current or typed values. */
final class LineChoiceForm {

    static final BigDecimal MOST = new BigDecimal("10000000");
    private static final BigDecimal LEAST = new BigDecimal("0.01");
    private static final List<String> FIELDS = List.of("choice", "text", "target", "reason");
    private static final int TEXT = 20_000;
    private static final int REASON = 2_000;

    private LineChoiceForm() {}

    /** A line's current values. */
    static Form fill(PreparedLine line) {
        LineChoice chosen = line.chosen();
        LineChoice becomes = line.effectiveChoice();
        ActionTarget target = target(line);
        BigDecimal number = becomes.target() != null ? becomes.target() : target == null ? null : target.number();
        Form form = formOf(line.action().line().id().value())
                .with("choice", chosen == null ? null : chosen.choice())
                .with("text", becomes.text() == null ? line.action().line().text() : becomes.text())
                .with("target", target == null ? null : number)
                .with("reason", becomes.reason())
                .atVersion(line.version());
        return form.with("was", checksum(form));
    }

    /** A line's typed values; empty if it was not sent or not changed. */
    static Optional<Form> readTyped(Form all, UUID id) {
        if (!all.filled("version." + id)) {
            return Optional.empty();
        }
        Form form = formOf(id);
        FIELDS.forEach(field -> form.with(field, all.value(field + "." + id)));
        form.with("version", all.value("version." + id)).with("was", all.value("was." + id));
        if (checksum(form).equals(form.value("was"))) {
            return Optional.empty();
        }
        return Optional.of(form.filled("choice") ? form : form.with("choice", PreparationChoice.KEEP));
    }

    /** Whether rewording was just chosen and the new text is not written yet. */
    static boolean waitsForWords(Form typed, PreparedLine line) {
        boolean already = line.effectiveChoice().choice() == PreparationChoice.REWORD;
        return !already
                && typed.chosen("choice", PreparationChoice.REWORD)
                && plain(typed.value("text")).equals(plain(line.action().line().text()));
    }

    static LineChoice read(FormValues answers, Form form, PreparedLine line) {
        PreparationChoice choice = answers.choice("choice", PreparationChoice.class);
        ActionTarget now = target(line);
        BigDecimal target = now == null ? null : answers.optionalNumber("target", LEAST, MOST);
        boolean another = target != null && now != null && target.compareTo(now.number()) != 0;
        String text = choice == PreparationChoice.REWORD ? answers.text("text", TEXT) : null;
        String reason = choice == PreparationChoice.POSTPONE ? answers.optionalText("reason", REASON) : null;
        return new LineChoice(
                answers.version(),
                choice,
                text,
                another && choice != PreparationChoice.WITHDRAW ? target : null,
                reason);
    }

    /** The target, if its number can be changed. */
    static @Nullable ActionTarget target(PreparedLine line) {
        ActionTarget target = line.action().target();
        return target == null || target.measure() == TargetMeasure.DELIVERABLE ? null : target;
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static Form formOf(UUID line) {
        return Form.named("p" + line);
    }

    /** A checksum that shows whether anything was changed since the page was opened. */
    private static String checksum(Form form) {
        String all = FIELDS.stream().map(field -> plain(form.value(field))).collect(Collectors.joining("\n"));
        return Integer.toHexString(all.hashCode());
    }
}
