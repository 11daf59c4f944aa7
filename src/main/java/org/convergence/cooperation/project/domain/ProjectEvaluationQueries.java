package org.convergence.cooperation.project.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.domain.ProjectEvaluation.EvaluationFacts;
import org.convergence.cooperation.project.domain.ProjectEvaluation.EvaluationSide;
import org.convergence.cooperation.project.domain.ProjectEvaluation.FindingFacts;
import org.convergence.cooperation.project.domain.ProjectEvaluation.ProjectFinding;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the evaluations of a project. */
@Service
@Transactional(readOnly = true)
@Requires(ProjectPermissions.READ)
public class ProjectEvaluationQueries {

    private final JdbcClient db;

    ProjectEvaluationQueries(JdbcClient db) {
        this.db = db;
    }

    private record EvaluationRow(
            UUID id,
            int version,
            EvaluationSide madeBy,
            String evaluator,
            String questions,
            @Nullable LocalDate plannedOn,
            @Nullable LocalDate doneOn,
            String conclusion) {}

    private record FindingRow(
            UUID id,
            int version,
            UUID evaluation,
            String finding,
            String followUp,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate doneOn) {}

    /** The evaluations of a project, the latest first. */
    public List<ProjectEvaluation> findByProject(ProjectId project) {
        Map<UUID, List<FindingRow>> findings =
                db.sql("""
                        SELECT f.id, f.version, f.evaluation, f.finding, f.follow_up, f.due_on, f.done_on
                        FROM cooperation.project_finding f
                        JOIN cooperation.project_evaluation e ON e.id = f.evaluation WHERE e.project = ? ORDER BY f.id
                        """).param(project.value()).query(RecordMapper.of(FindingRow.class)).stream()
                        .collect(Collectors.groupingBy(FindingRow::evaluation));
        return db.sql("""
                        SELECT id, version, made_by, evaluator, questions, planned_on, done_on, conclusion
                        FROM cooperation.project_evaluation WHERE project = ?
                        ORDER BY coalesce(done_on, planned_on) DESC NULLS FIRST, id DESC
                        """).param(project.value()).query(RecordMapper.of(EvaluationRow.class)).stream()
                .map(row -> new ProjectEvaluation(
                        row.id(),
                        row.version(),
                        new EvaluationFacts(
                                row.madeBy(),
                                row.evaluator(),
                                row.questions(),
                                row.plannedOn(),
                                row.doneOn(),
                                row.conclusion()),
                        findings.getOrDefault(row.id(), List.of()).stream()
                                .map(each -> new ProjectFinding(
                                        each.id(),
                                        each.version(),
                                        new FindingFacts(each.finding(), each.followUp(), each.dueOn(), each.doneOn())))
                                .toList()))
                .toList();
    }

    /** @throws NotFound if the project has no such evaluation */
    public ProjectEvaluation findById(ProjectId project, UUID evaluation) {
        return findByProject(project).stream()
                .filter(each -> each.id().equals(evaluation))
                .findFirst()
                .orElseThrow(() -> new NotFound("evaluation"));
    }
}
