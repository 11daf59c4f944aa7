package org.convergence.cooperation.project.web;

import java.util.Objects;
import java.util.UUID;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.domain.ProjectEvaluation;
import org.convergence.cooperation.project.domain.ProjectEvaluation.EvaluationFacts;
import org.convergence.cooperation.project.domain.ProjectEvaluation.EvaluationSide;
import org.convergence.cooperation.project.domain.ProjectEvaluation.FindingFacts;
import org.convergence.cooperation.project.domain.ProjectEvaluation.ProjectFinding;
import org.convergence.cooperation.project.domain.ProjectEvaluationQueries;
import org.convergence.cooperation.project.domain.ProjectEvaluationService;
import org.convergence.cooperation.project.domain.ProjectQueries;
import org.convergence.cooperation.project.web.ProjectEvaluationPage.EvaluationFormPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueWork;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The evaluations of a project: questions, findings, follow-up. */
@Controller
@RequestMapping("/cooperation/project/{id}/evaluation")
@Requires(ProjectPermissions.EDIT)
record ProjectEvaluationController(
        ProjectQueries projects, ProjectEvaluationQueries queries, ProjectEvaluationService evaluations) {

    private static String url(ProjectId id) {
        return ProjectPage.url(id) + "/evaluation";
    }

    private static String url(ProjectId id, UUID evaluation) {
        return url(id) + "/" + evaluation;
    }

    private static SeeOther saved(ProjectId id, UUID evaluation) {
        return SeeOther.to(url(id) + "#evaluation-" + evaluation).withNotice("project.saved");
    }

    @GetMapping
    @Requires(ProjectPermissions.READ)
    ModelAndView show(@PathVariable ProjectId id, Words t) {
        return PageView.of(
                "cooperation/project/evaluations",
                new ProjectEvaluationPage(
                        url(id),
                        projects.findById(id).title(),
                        ProjectPage.tabs(id, "evaluation", t),
                        queries.findByProject(id),
                        CurrentActor.get().may(ProjectPermissions.EDIT)));
    }

    private record EvaluationInput(int version, EvaluationFacts facts) {}

    private static EvaluationInput read(FormValues answers) {
        return ProjectEvaluationPage.EVALUATION.read(
                answers,
                () -> new EvaluationInput(
                        answers.version(),
                        new EvaluationFacts(
                                answers.get(ProjectEvaluationPage.MADE_BY),
                                answers.textOrEmpty(ProjectEvaluationPage.EVALUATOR),
                                answers.get(ProjectEvaluationPage.QUESTIONS),
                                answers.find(ProjectEvaluationPage.PLANNED_ON),
                                answers.find(ProjectEvaluationPage.DONE_ON),
                                answers.textOrEmpty(ProjectEvaluationPage.CONCLUSION))));
    }

    @GetMapping("/new")
    ModelAndView add(@PathVariable ProjectId id) {
        return page(id, null, Form.blank().with(ProjectEvaluationPage.MADE_BY.name(), EvaluationSide.US));
    }

    @PostMapping("/new")
    ModelAndView add(@PathVariable ProjectId id, Form form) {
        return form.submit(
                ProjectEvaluationController::read,
                input -> saved(id, evaluations.save(id, null, 0, input.facts())),
                () -> page(id, null, form));
    }

    @GetMapping("/{evaluation}")
    ModelAndView edit(@PathVariable ProjectId id, @PathVariable UUID evaluation) {
        ProjectEvaluation found = queries.findById(id, evaluation);
        return page(
                id,
                evaluation,
                ProjectEvaluationPage.EVALUATION.open(found.facts()).atVersion(found.version()));
    }

    @PostMapping("/{evaluation}")
    ModelAndView edit(@PathVariable ProjectId id, @PathVariable UUID evaluation, Form form) {
        return form.submit(
                ProjectEvaluationController::read,
                input -> saved(id, evaluations.save(id, evaluation, input.version(), input.facts())),
                () -> page(id, evaluation, form));
    }

    private ModelAndView page(ProjectId id, @Nullable UUID evaluation, Form form) {
        return page(
                id,
                form,
                false,
                evaluation == null ? url(id) + "/new" : url(id, evaluation),
                evaluation == null ? "project.evaluation.new" : "project.evaluation.edit",
                evaluation == null);
    }

    private ModelAndView page(ProjectId id, Form form, boolean isFinding, String action, String key, boolean isNew) {
        return PageView.of(
                "cooperation/project/evaluation-form",
                new EvaluationFormPage(
                        key,
                        action,
                        url(id),
                        projects.findById(id).title(),
                        form,
                        isFinding,
                        isNew ? null : action + "/remove"));
    }

    @PostMapping("/{evaluation}/remove")
    ModelAndView remove(@PathVariable ProjectId id, @PathVariable UUID evaluation) {
        evaluations.remove(id, evaluation);
        return SeeOther.to(url(id)).withNotice("project.evaluation.removed");
    }

    private record FindingInput(int version, FindingFacts facts) {}

    private static FindingInput readFinding(FormValues answers) {
        return ProjectEvaluationPage.FINDINGS.read(
                answers,
                () -> new FindingInput(
                        answers.version(),
                        new FindingFacts(
                                answers.get(ProjectEvaluationPage.FINDING),
                                answers.textOrEmpty(ProjectEvaluationPage.FOLLOW_UP),
                                answers.find(ProjectEvaluationPage.DUE_ON),
                                answers.find(ProjectEvaluationPage.FOLLOWED_ON))));
    }

    @GetMapping("/{evaluation}/findings/new")
    ModelAndView addFinding(@PathVariable ProjectId id, @PathVariable UUID evaluation) {
        return findingPage(id, queries.findById(id, evaluation).id(), null, Form.blank());
    }

    @PostMapping("/{evaluation}/findings/new")
    ModelAndView addFinding(@PathVariable ProjectId id, @PathVariable UUID evaluation, Form form) {
        return form.submit(
                ProjectEvaluationController::readFinding,
                input -> {
                    evaluations.saveFinding(id, evaluation, null, 0, input.facts());
                    return saved(id, evaluation);
                },
                () -> findingPage(id, evaluation, null, form));
    }

    @GetMapping("/{evaluation}/findings/{finding}")
    ModelAndView editFinding(@PathVariable ProjectId id, @PathVariable UUID evaluation, @PathVariable UUID finding) {
        ProjectFinding found = queries.findById(id, evaluation).findings().stream()
                .filter(each -> each.id().equals(finding))
                .findFirst()
                .orElseThrow(() -> new NotFound("finding"));
        return findingPage(
                id,
                evaluation,
                finding,
                ProjectEvaluationPage.FINDINGS.open(found.facts()).atVersion(found.version()));
    }

    @PostMapping("/{evaluation}/findings/{finding}")
    ModelAndView editFinding(
            @PathVariable ProjectId id, @PathVariable UUID evaluation, @PathVariable UUID finding, Form form) {
        return form.submit(
                ProjectEvaluationController::readFinding,
                input -> {
                    evaluations.saveFinding(id, evaluation, finding, input.version(), input.facts());
                    return saved(id, evaluation);
                },
                () -> findingPage(id, evaluation, finding, form));
    }

    private ModelAndView findingPage(ProjectId id, UUID evaluation, @Nullable UUID finding, Form form) {
        return page(
                id,
                form,
                true,
                url(id, evaluation) + "/findings/" + (finding == null ? "new" : finding),
                finding == null ? "project.finding.new" : "project.finding.edit",
                finding == null);
    }

    @PostMapping("/{evaluation}/findings/{finding}/remove")
    ModelAndView removeFinding(@PathVariable ProjectId id, @PathVariable UUID evaluation, @PathVariable UUID finding) {
        evaluations.removeFinding(id, evaluation, finding);
        return saved(id, evaluation);
    }

    /** Evaluations that are planned, and what follows from their findings, until both are done. */
    @Bean
    static DueWorkSource evaluationDueWork() {
        return DueWorkSource.of(
                ProjectPermissions.EDIT,
                """
                SELECT 'EVALUATION' AS kind, e.id, e.project AS subject, e.planned_on AS due_on, 'SET' AS day_kind,
                       p.lead AS owner, 'OURS' AS place, p.title, NULL AS detail
                FROM cooperation.project_evaluation e JOIN cooperation.project p ON p.id = e.project
                WHERE e.planned_on IS NOT NULL AND e.done_on IS NULL
                UNION ALL
                SELECT 'FOLLOW_UP', f.id, e.project, f.due_on, 'SET', p.lead, 'OURS', p.title, NULL
                FROM cooperation.project_finding f JOIN cooperation.project_evaluation e ON e.id = f.evaluation
                JOIN cooperation.project p ON p.id = e.project
                WHERE f.due_on IS NOT NULL AND f.done_on IS NULL
                """,
                (row, t) -> new DueWork(
                        "cooperation.project/evaluation/" + row.id(),
                        t.say("project.due." + row.kind()),
                        url(new ProjectId(row.subject())),
                        Objects.requireNonNull(row.title())));
    }
}
