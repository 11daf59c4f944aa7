package org.convergence.plan.preparation.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.plan.actionplan.Target;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.preparation.domain.Choice;
import org.convergence.plan.preparation.domain.Chosen;
import org.convergence.plan.preparation.domain.PreparedLine;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/** The form fields of the decisions, with current or typed values. */
final class ChoiceForms {

    static final BigDecimal MOST = new BigDecimal("10000000");
    private static final BigDecimal LEAST = new BigDecimal("0.01");
    private static final List<String> FIELDS = List.of("choice", "text", "target", "reason");
    private static final int TEXT = 20_000;
    private static final int REASON = 2_000;

    private ChoiceForms() {}

    /** A line's current values. */
    static Form of(PreparedLine line) {
        Chosen chosen = line.chosen();
        Chosen becomes = line.becomes();
        Target target = target(line);
        BigDecimal number = becomes.target() != null ? becomes.target() : target == null ? null : target.number();
        Form form = named(line.action().line().id().value())
                .with("choice", chosen == null ? null : chosen.choice())
                .with("text", becomes.text() == null ? line.action().line().text() : becomes.text())
                .with("target", target == null ? null : number)
                .with("reason", becomes.reason())
                .at(line.version());
        return form.with("was", print(form));
    }

    /** A line's typed values; empty if it was not sent or not changed. */
    static Optional<Form> typed(Form all, UUID id) {
        if (!all.filled("version." + id)) {
            return Optional.empty();
        }
        Form form = named(id);
        FIELDS.forEach(field -> form.with(field, all.value(field + "." + id)));
        form.with("version", all.value("version." + id)).with("was", all.value("was." + id));
        if (print(form).equals(form.value("was"))) {
            return Optional.empty();
        }
        return Optional.of(form.filled("choice") ? form : form.with("choice", Choice.KEEP));
    }

    /** Whether rewording was just chosen and the new text is not written yet. */
    static boolean waitsForWords(Form typed, PreparedLine line) {
        boolean already = line.becomes().choice() == Choice.REWORD;
        return !already
                && typed.chosen("choice", Choice.REWORD)
                && plain(typed.value("text")).equals(plain(line.action().line().text()));
    }

    static Chosen read(Answers answers, Form form, PreparedLine line) {
        Choice choice = answers.choice("choice", Choice.class);
        Target now = target(line);
        BigDecimal target = now == null ? null : answers.optionalNumber("target", LEAST, MOST);
        boolean another = target != null && now != null && target.compareTo(now.number()) != 0;
        String text = choice == Choice.REWORD ? answers.text("text", TEXT) : null;
        String reason = choice == Choice.POSTPONE ? answers.optionalText("reason", REASON) : null;
        return new Chosen(
                answers.version(), choice, text, another && choice != Choice.WITHDRAW ? target : null, reason);
    }

    /** The target, if its number can be changed. */
    static @Nullable Target target(PreparedLine line) {
        Target target = line.action().target();
        return target == null || target.measure() == TargetMeasure.DELIVERABLE ? null : target;
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static Form named(UUID line) {
        return Form.named("p" + line);
    }

    /** A checksum that shows whether anything was changed since the page was opened. */
    private static String print(Form form) {
        String all = FIELDS.stream().map(field -> plain(form.value(field))).collect(Collectors.joining("\n"));
        return Integer.toHexString(all.hashCode());
    }
}
