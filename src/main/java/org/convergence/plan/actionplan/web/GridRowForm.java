package org.convergence.plan.actionplan.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.actionplan.domain.ActionFollowUpService.PastFollowUp;
import org.convergence.plan.actionplan.domain.FollowedAction;
import org.convergence.plan.actionplan.web.GridPage.GridColumn;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The cells of the grid's lines as form fields: current, earlier and typed values. */
final class GridRowForm {

    static final List<String> FIELDS =
            Arrays.stream(GridColumn.values()).map(GridColumn::field).toList();
    private static final List<String> HIDDEN = List.of("version", "words", "since", "supportWas");
    private static final Pattern AMOUNT =
            Pattern.compile("([\\d\\s\\u00a0\\u202f.,']{1,14}?)[\\s\\u00a0\\u202f]*(\\p{L}.*)?");
    private static final List<MeasurePattern> READINGS = List.of(
            new MeasurePattern(
                    Pattern.compile("(realisations?|activites?|activit(y|ies)|fois|times)( .*)?"),
                    TargetMeasure.REALISATIONS),
            new MeasurePattern(
                    Pattern.compile("participations?|participantes?|participants?|personnes|people"),
                    TargetMeasure.PARTICIPATIONS),
            new MeasurePattern(
                    Pattern.compile("organisations?|organizations?|organismes?|syndicats?"),
                    TargetMeasure.ORGANISATIONS),
            new MeasurePattern(Pattern.compile("(h|heures?|hours?)( (de|of) realisations)?"), TargetMeasure.HOURS),
            new MeasurePattern(Pattern.compile("exemplaires?|copies|copy"), TargetMeasure.COPIES));

    private GridRowForm() {}

    /** A line's current values. */
    static Form fill(FollowedAction action, Words t) {
        return ActionFollowUpForm.fill(action, blank(action.action().value()), t)
                .with("target", formatTarget(action.words().target(), t))
                .with("words", action.version());
    }

    /** A line's values when its form was opened. */
    static Form fillEarlier(
            UUID action, Optional<PastFollowUp> past, Optional<LineWording> words, String support, Words t) {
        Form form = blank(action);
        past.ifPresent(then -> ActionFollowUpForm.fill(then.facts(), then.responsible(), List.of(), form, t));
        words.map(then -> ((LineWording.ActionWording) then).target())
                .ifPresent(target -> form.with("target", formatTarget(target, t)));
        return form.with("support", support);
    }

    /** A line's typed values; empty if it was not sent. */
    static Optional<Form> readTyped(Form all, FollowedAction now) {
        UUID id = now.action().value();
        if (!all.filled("version." + id)) {
            return Optional.empty();
        }
        Form form = blank(id);
        for (GridColumn column : GridColumn.values()) {
            form.with(column.field(), typedCell(all, column, id));
        }
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

    /** The text of a cell; a day that is shown in words, or chosen among the readings of one, as it is stored. */
    private static String typedCell(Form all, GridColumn column, UUID id) {
        String name = column.field() + "." + id;
        String chosen = all.value("reading");
        String typed = chosen.startsWith(name + ".") ? chosen.substring(name.length() + 1) : all.value(name);
        return column.isDay() ? DateReader.read(typed).map(Object::toString).orElse(typed) : typed;
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

    static boolean haveSameCells(Form one, Form other) {
        return FIELDS.stream()
                .allMatch(field ->
                        one.value(field).strip().equals(other.value(field).strip()));
    }

    /** The amount, or the deliverable's name, in words that {@link #parseTarget} reads. */
    private static @Nullable String formatTarget(@Nullable ActionTarget target, Words t) {
        if (target == null) {
            return null;
        }
        String words = target.words();
        return target.measure() == TargetMeasure.DELIVERABLE && words != null ? words : target.amount(t);
    }

    /** The target of a typed line; the current one if its text was not changed. */
    static @Nullable ActionTarget readTarget(Form form, LineWording.ActionWording now, Words t) {
        ActionTarget standing = now.target();
        String typed = form.value("target").strip();
        if (typed.isEmpty()) {
            return null;
        }
        if (typed.equals(formatTarget(standing, t))) {
            return standing;
        }
        Optional<ActionTarget> read = parseTarget(typed, t);
        if (read.isEmpty()) {
            form.reject("target", "actionplan.grid.target.unread");
            return standing;
        }
        ActionTarget target = read.get();
        return standing != null
                        && standing.measure() == target.measure()
                        && target.words() == null
                        && target.kinds().isEmpty()
                ? new ActionTarget(target.measure(), target.number(), standing.kinds(), standing.words())
                : target;
    }

    /** The target; empty for a bare number, which has no measure, or for zero. */
    private static Optional<ActionTarget> parseTarget(String typed, Words t) {
        String text = typed.strip();
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            return Optional.of(deliverable(text));
        }
        if (amount.group(2) == null) {
            return Optional.empty();
        }
        String unit = TextNormalizer.fold(amount.group(2));
        BigDecimal number = number(amount.group(1));
        for (String kind : ActionTarget.KINDS) {
            if (number.signum() > 0
                    && TextNormalizer.fold(text)
                            .equals(TextNormalizer.fold(t.say("actionplan.target.kind", number, kind)))) {
                return Optional.of(new ActionTarget(TargetMeasure.REALISATIONS, number, List.of(kind), null));
            }
        }
        for (MeasurePattern reading : READINGS) {
            if (reading.words.matcher(unit).matches()) {
                return number.signum() > 0
                        ? Optional.of(new ActionTarget(reading.measure, number, List.of(), null))
                        : Optional.empty();
            }
        }
        return Optional.of(deliverable(text));
    }

    private static ActionTarget deliverable(String words) {
        return new ActionTarget(TargetMeasure.DELIVERABLE, BigDecimal.ONE, List.of(), words);
    }

    /** Spaces group thousands; a comma or point with one or two figures after it is decimal. */
    private static BigDecimal number(String figures) {
        String plain = figures.replaceAll("[\\s\\u00a0\\u202f']", "");
        Matcher decimal = Pattern.compile("(.*)[.,](\\d{1,2})").matcher(plain);
        String whole = decimal.matches() ? decimal.group(1) : plain;
        String rest = decimal.matches() ? "." + decimal.group(2) : "";
        String digits = whole.replaceAll("[.,]", "");
        return digits.isEmpty() ? BigDecimal.ZERO : new BigDecimal(digits + rest);
    }

    private record MeasurePattern(Pattern words, TargetMeasure measure) {}
}
