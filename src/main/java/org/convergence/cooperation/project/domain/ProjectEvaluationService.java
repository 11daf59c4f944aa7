package org.convergence.cooperation.project.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.domain.ProjectEvaluation.EvaluationFacts;
import org.convergence.cooperation.project.domain.ProjectEvaluation.FindingFacts;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans evaluations of a project, records what they found, and follows it up (R-GAR-10). */
@Service
@Transactional
@Requires(ProjectPermissions.EDIT)
public class ProjectEvaluationService {

    static final String TABLE = "cooperation.project_evaluation";
    static final String FINDING_TABLE = "cooperation.project_finding";

    private static final int MOST = 30;
    private static final int MOST_FINDINGS = 100;

    private final JdbcClient db;
    private final OrganisationSettings settings;

    ProjectEvaluationService(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /**
     * @param id {@code null} for a new one
     * @throws Refused if it is done in the future, or there are too many
     * @throws org.convergence.platform.database.EditConflict if it was changed meanwhile
     */
    @Transactional(label = "project.evaluate")
    public UUID save(ProjectId project, @Nullable UUID id, int version, EvaluationFacts facts) {
        ProjectService.lock(db, project);
        requirePast(facts.doneOn());
        if (id == null) {
            requireFewer(TABLE, "project", project.value(), MOST);
        } else {
            requireEvaluation(project, id);
        }
        Map<String, @Nullable Object> values = VersionedRow.values(facts);
        values.put("project", project);
        return VersionedRow.save(db, TABLE, id, version, values);
    }

    /**
     * @param id {@code null} for a new finding
     * @throws Refused if its follow-up has a day but no words, is done in the future, or there are too many
     * @throws org.convergence.platform.database.EditConflict if it was changed meanwhile
     */
    @Transactional(label = "project.find")
    public void saveFinding(ProjectId project, UUID evaluation, @Nullable UUID id, int version, FindingFacts facts) {
        ProjectService.lock(db, project);
        requireEvaluation(project, evaluation);
        requirePast(facts.doneOn());
        if (facts.followUp().isEmpty() && (facts.dueOn() != null || facts.doneOn() != null)) {
            throw new Refused("project.refused.follow-up");
        }
        if (id == null) {
            requireFewer(FINDING_TABLE, "evaluation", evaluation, MOST_FINDINGS);
        } else {
            requireFinding(evaluation, id);
        }
        Map<String, @Nullable Object> values = VersionedRow.values(facts);
        values.put("evaluation", evaluation);
        VersionedRow.save(db, FINDING_TABLE, id, version, values);
    }

    /** Deletes an evaluation with its findings: it was entered by mistake. */
    @Transactional(label = "project.remove-evaluation")
    public void remove(ProjectId project, UUID evaluation) {
        requireEvaluation(project, evaluation);
        db.sql("DELETE FROM cooperation.project_evaluation WHERE id = ?")
                .param(evaluation)
                .update();
    }

    /** Deletes a finding that was entered by mistake. */
    @Transactional(label = "project.remove-finding")
    public void removeFinding(ProjectId project, UUID evaluation, UUID finding) {
        requireEvaluation(project, evaluation);
        requireFinding(evaluation, finding);
        db.sql("DELETE FROM cooperation.project_finding WHERE id = ?")
                .param(finding)
                .update();
    }

    private void requirePast(@Nullable LocalDate done) {
        if (done != null && done.isAfter(settings.today())) {
            throw new Refused("project.refused.done-ahead");
        }
    }

    private void requireFewer(String table, String of, UUID id, int most) {
        int present = db.sql("SELECT count(*) FROM " + table + " WHERE " + of + " = ?")
                .param(id)
                .query(Integer.class)
                .single();
        if (present >= most) {
            throw new Refused("project.refused.evaluations", most);
        }
    }

    private void requireEvaluation(ProjectId project, UUID evaluation) {
        requireRow(TABLE, evaluation, "project", project.value(), "evaluation");
    }

    private void requireFinding(UUID evaluation, UUID finding) {
        requireRow(FINDING_TABLE, finding, "evaluation", evaluation, "finding");
    }

    private void requireRow(String table, UUID id, String of, UUID owner, String what) {
        boolean isThere = db.sql("SELECT count(*) > 0 FROM " + table + " WHERE id = ? AND " + of + " = ?")
                .params(id, owner)
                .query(Boolean.class)
                .single();
        if (!isThere) {
            throw new NotFound(what);
        }
    }
}
