package org.convergence.plan.actionplan.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.Condition;
import org.convergence.plan.actionplan.Level;
import org.convergence.plan.actionplan.SectionKind;
import org.convergence.plan.actionplan.Target;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.actionplan.Wording;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/** The form fields of a line's wording, written and read. */
final class LineForms {

    private static final int CODE = 30;
    private static final int TITLE = 1_000;
    private static final int ACTION = 20_000;
    private static final int PROSE = 200_000;
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000);

    private LineForms() {}

    static List<String> fields(Level level) {
        return switch (level) {
            case PLAN -> PlanForms.FACTS;
            case SECTION -> List.of("kind", "title", "text");
            case OBJECTIVE -> List.of("code", "title", "text");
            case MEANS -> List.of("code", "title", "text", "area");
            case ACTION ->
                List.of("code", "title", "text", "commitment", "conditions", "measure", "number", "kinds", "goal");
        };
    }

    static Form of(Wording words) {
        if (words instanceof Wording.OfPlan plan) {
            return PlanForms.of(plan);
        }
        if (words instanceof Wording.OfSection section) {
            return Form.blank()
                    .with("kind", section.kind())
                    .with("title", section.title())
                    .with("text", section.text());
        }
        if (words instanceof Wording.OfObjective objective) {
            return Form.blank()
                    .with("code", objective.code())
                    .with("title", objective.title())
                    .with("text", objective.text());
        }
        if (words instanceof Wording.OfMeans means) {
            return Form.blank()
                    .with("code", means.code())
                    .with("title", means.title())
                    .with("text", means.text())
                    .with("area", means.area());
        }
        return of((Wording.OfAction) words);
    }

    private static Form of(Wording.OfAction action) {
        Target target = action.target();
        Form form = Form.blank()
                .with("code", action.code())
                .with("title", action.title())
                .with("text", action.text())
                .with("commitment", action.commitment())
                .with(
                        "conditions",
                        String.join(
                                "\n",
                                action.conditions().stream()
                                        .map(Condition::words)
                                        .toList()));
        return target == null
                ? form
                : form.with("measure", target.measure())
                        .with("number", target.measure() == TargetMeasure.DELIVERABLE ? null : target.number())
                        .with("kinds", target.kinds())
                        .with("goal", target.words());
    }

    /** The form of a new line. */
    static Form blank(Level level) {
        return switch (level) {
            case SECTION -> Form.blank().with("kind", SectionKind.OTHER);
            case ACTION -> Form.blank().with("commitment", Commitment.FIRM);
            default -> Form.blank();
        };
    }

    /** @param before the line's wording, for what the form does not show; {@code null} for a new line */
    static Wording read(Level level, Form form, Answers answers, @Nullable Wording before) {
        return switch (level) {
            case PLAN -> PlanForms.facts(form, answers);
            case SECTION ->
                new Wording.OfSection(
                        answers.choice("kind", SectionKind.class),
                        orEmpty(answers.optionalText("title", TITLE / 2)),
                        orEmpty(answers.optionalText("text", PROSE)));
            case OBJECTIVE ->
                new Wording.OfObjective(
                        answers.optionalText("code", CODE),
                        answers.text("title", TITLE),
                        orEmpty(answers.optionalText("text", PROSE)));
            case MEANS ->
                new Wording.OfMeans(
                        answers.optionalText("code", CODE),
                        answers.text("title", TITLE),
                        orEmpty(answers.optionalText("text", PROSE)),
                        answers.optionalChoice("area", Area.class));
            case ACTION -> action(form, answers, (Wording.OfAction) before);
        };
    }

    private static Wording.OfAction action(Form form, Answers answers, Wording.@Nullable OfAction before) {
        Commitment commitment = answers.choice("commitment", Commitment.class);
        return new Wording.OfAction(
                answers.optionalText("code", CODE),
                answers.optionalText("title", TITLE),
                answers.text("text", ACTION),
                commitment,
                conditions(answers.optionalText("conditions", ACTION), commitment, before),
                target(form, answers));
    }

    /** One condition a line; existing wordings keep their kind, new ones get the chosen commitment. */
    private static List<Condition> conditions(
            @Nullable String typed, Commitment commitment, Wording.@Nullable OfAction before) {
        List<Condition> conditions = new ArrayList<>();
        if (typed == null || commitment == Commitment.FIRM) {
            return conditions;
        }
        for (String words : typed.lines().toList()) {
            if (!words.isBlank()) {
                conditions.add(known(words.strip(), before));
            }
        }
        conditions.replaceAll(
                each -> each.commitment() == Commitment.FIRM ? new Condition(commitment, each.words(), false) : each);
        return conditions;
    }

    private static Condition known(String words, Wording.@Nullable OfAction before) {
        if (before != null) {
            for (Condition condition : before.conditions()) {
                if (condition.words().equals(words)) {
                    return condition;
                }
            }
        }
        return new Condition(Commitment.FIRM, words, false);
    }

    private static @Nullable Target target(Form form, Answers answers) {
        TargetMeasure measure = answers.optionalChoice("measure", TargetMeasure.class);
        BigDecimal number = answers.optionalNumber("number", BigDecimal.ZERO, MOST);
        String words = answers.optionalText("goal", 300);
        if (measure == null) {
            if (number != null) {
                form.reject("measure", "actionplan.target.what");
            }
            return null;
        }
        if (measure == TargetMeasure.DELIVERABLE) {
            number = BigDecimal.ONE;
        } else if (number == null || number.signum() <= 0) {
            form.reject("number", "actionplan.target.how-many");
            return null;
        }
        List<String> kinds = measure == TargetMeasure.REALISATIONS
                ? Target.KINDS.stream().filter(form.values("kinds")::contains).toList()
                : List.of();
        return new Target(measure, number, kinds, words);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
