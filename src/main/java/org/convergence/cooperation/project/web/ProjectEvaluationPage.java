package org.convergence.cooperation.project.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.cooperation.project.domain.ProjectEvaluation;
import org.convergence.cooperation.project.domain.ProjectEvaluation.EvaluationFacts;
import org.convergence.cooperation.project.domain.ProjectEvaluation.EvaluationSide;
import org.convergence.cooperation.project.domain.ProjectEvaluation.FindingFacts;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.Tab;
import org.jspecify.annotations.Nullable;

/** The evaluations of a project. */
public record ProjectEvaluationPage(
        String url, String title, List<Tab> tabs, List<ProjectEvaluation> evaluations, boolean mayEdit) {

    /** The form of an evaluation, or of a finding. */
    public static final Field<EvaluationSide> MADE_BY =
            Field.choice("madeBy", "project.evaluation.by", List.of(EvaluationSide.values()), EvaluationSide::key);

    public static final Field<String> EVALUATOR =
            Field.text("evaluator", "project.evaluation.evaluator", 300).optional();
    public static final Field<String> QUESTIONS = Field.text("questions", "project.evaluation.questions", 4_000);
    public static final Field<LocalDate> PLANNED_ON =
            Field.date("plannedOn", "project.evaluation.planned").optional();
    public static final Field<LocalDate> DONE_ON =
            Field.date("doneOn", "project.evaluation.done").optional();
    public static final Field<String> CONCLUSION =
            Field.text("conclusion", "project.evaluation.conclusion", 4_000).optional();
    public static final Field<String> FINDING = Field.text("finding", "project.finding", 2_000);
    public static final Field<String> FOLLOW_UP =
            Field.text("followUp", "project.finding.follow-up", 2_000).optional();
    public static final Field<LocalDate> DUE_ON =
            Field.date("dueOn", "project.finding.due").optional();
    public static final Field<LocalDate> FOLLOWED_ON =
            Field.date("followedOn", "project.finding.done").optional();

    static final FormFields<EvaluationFacts> EVALUATION = FormFields.of(
            MADE_BY.from(EvaluationFacts::madeBy),
            EVALUATOR.from(EvaluationFacts::evaluator),
            QUESTIONS.from(EvaluationFacts::questions),
            PLANNED_ON.from(EvaluationFacts::plannedOn),
            DONE_ON.from(EvaluationFacts::doneOn),
            CONCLUSION.from(EvaluationFacts::conclusion));
    static final FormFields<FindingFacts> FINDINGS = FormFields.of(
            FINDING.from(FindingFacts::finding),
            FOLLOW_UP.from(FindingFacts::followUp),
            DUE_ON.from(FindingFacts::dueOn),
            FOLLOWED_ON.from(FindingFacts::doneOn));

    /**
     * A form of this page.
     *
     * @param remove the address that deletes it; {@code null} for a new one
     */
    public record EvaluationFormPage(
            String key,
            String action,
            String cancel,
            String project,
            Form form,
            boolean isFinding,
            @Nullable String remove) {}
}
