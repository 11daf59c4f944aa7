package org.convergence.plan.actionplan.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.Condition;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.SectionKind;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.jspecify.annotations.Nullable;

/** The form fields of a line's wording, written and read. */
final class LineForm {

    private static final int CODE = 30;
    private static final int TITLE = 1_000;
    private static final int ACTION = 20_000;
    private static final int PROSE = 200_000;
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000);

    private LineForm() {}

    static List<String> fields(LineLevel level) {
        return switch (level) {
            case PLAN -> PlanForm.FACTS;
            case SECTION -> List.of("kind", "title", "text");
            case OBJECTIVE -> List.of("code", "title", "text");
            case MEANS -> List.of("code", "title", "text", "area");
            case ACTION ->
                List.of("code", "title", "text", "commitment", "conditions", "measure", "number", "kinds", "goal");
        };
    }

    static Form fill(LineWording words) {
        if (words instanceof LineWording.PlanWording plan) {
            return PlanForm.fill(plan);
        }
        if (words instanceof LineWording.SectionWording section) {
            return Form.blank()
                    .with("kind", section.kind())
                    .with("title", section.title())
                    .with("text", section.text());
        }
        if (words instanceof LineWording.ObjectiveWording objective) {
            return Form.blank()
                    .with("code", objective.code())
                    .with("title", objective.title())
                    .with("text", objective.text());
        }
        if (words instanceof LineWording.MeansWording means) {
            return Form.blank()
                    .with("code", means.code())
                    .with("title", means.title())
                    .with("text", means.text())
                    .with("area", means.area());
        }
        return fill((LineWording.ActionWording) words);
    }

    private static Form fill(LineWording.ActionWording action) {
        ActionTarget target = action.target();
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
    static Form blank(LineLevel level) {
        return switch (level) {
            case SECTION -> Form.blank().with("kind", SectionKind.OTHER);
            case ACTION -> Form.blank().with("commitment", Commitment.FIRM);
            default -> Form.blank();
        };
    }

    /** @param before the line's wording, for what the form does not show; {@code null} for a new line */
    static LineWording read(LineLevel level, Form form, FormValues answers, @Nullable LineWording before) {
        return switch (level) {
            case PLAN -> PlanForm.facts(form, answers);
            case SECTION ->
                new LineWording.SectionWording(
                        answers.choice("kind", SectionKind.class),
                        orEmpty(answers.optionalText("title", TITLE / 2)),
                        orEmpty(answers.optionalText("text", PROSE)));
            case OBJECTIVE ->
                new LineWording.ObjectiveWording(
                        answers.optionalText("code", CODE),
                        answers.text("title", TITLE),
                        orEmpty(answers.optionalText("text", PROSE)));
            case MEANS ->
                new LineWording.MeansWording(
                        answers.optionalText("code", CODE),
                        answers.text("title", TITLE),
                        orEmpty(answers.optionalText("text", PROSE)),
                        answers.optionalChoice("area", Area.class));
            case ACTION -> action(form, answers, (LineWording.ActionWording) before);
        };
    }

    private static LineWording.ActionWording action(
            Form form, FormValues answers, LineWording.@Nullable ActionWording before) {
        Commitment commitment = answers.choice("commitment", Commitment.class);
        return new LineWording.ActionWording(
                answers.optionalText("code", CODE),
                answers.optionalText("title", TITLE),
                answers.text("text", ACTION),
                commitment,
                conditions(answers.optionalText("conditions", ACTION), commitment, before),
                target(form, answers));
    }

    /** One condition a line; existing wordings keep their kind, new ones get the chosen commitment. */
    private static List<Condition> conditions(
            @Nullable String typed, Commitment commitment, LineWording.@Nullable ActionWording before) {
        List<Condition> conditions = new ArrayList<>();
        if (typed == null || commitment == Commitment.FIRM) {
            return conditions;
        }
        for (String words : typed.lines().toList()) {
            if (!words.isBlank()) {
                conditions.add(findCondition(words.strip(), before));
            }
        }
        conditions.replaceAll(
                each -> each.commitment() == Commitment.FIRM ? new Condition(commitment, each.words(), false) : each);
        return conditions;
    }

    private static Condition findCondition(String words, LineWording.@Nullable ActionWording before) {
        if (before != null) {
            for (Condition condition : before.conditions()) {
                if (condition.words().equals(words)) {
                    return condition;
                }
            }
        }
        return new Condition(Commitment.FIRM, words, false);
    }

    private static @Nullable ActionTarget target(Form form, FormValues answers) {
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
                ? ActionTarget.KINDS.stream()
                        .filter(form.values("kinds")::contains)
                        .toList()
                : List.of();
        return new ActionTarget(measure, number, kinds, words);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
