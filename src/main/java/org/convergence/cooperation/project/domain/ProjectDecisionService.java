package org.convergence.cooperation.project.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.domain.ProjectDecision.DecisionFacts;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records the decisions about a project. */
@Service
@Transactional
@Requires(ProjectPermissions.EDIT)
public class ProjectDecisionService {

    static final String TABLE = "cooperation.project_decision";

    private static final int MOST = 300;

    private final JdbcClient db;
    private final OrganisationSettings settings;

    ProjectDecisionService(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /** @throws Refused if its day is to come, or there are too many */
    @Transactional(label = "project.decide")
    public void record(ProjectId project, DecisionFacts facts) {
        ProjectService.lock(db, project);
        if (facts.decidedOn().isAfter(settings.today())) {
            throw new Refused("project.refused.done-ahead");
        }
        if (findByProject(project).size() >= MOST) {
            throw new Refused("project.refused.evaluations", MOST);
        }
        Map<String, @Nullable Object> values = VersionedRow.values(facts);
        values.put("project", project);
        VersionedRow.insert(db, TABLE, values);
    }

    /** Deletes a decision that was entered by mistake. */
    @Transactional(label = "project.remove-decision")
    public void remove(ProjectId project, UUID decision) {
        db.sql("DELETE FROM cooperation.project_decision WHERE id = ? AND project = ?")
                .params(decision, project.value())
                .update();
    }

    /** The decisions about a project, the latest first. */
    @Transactional(readOnly = true)
    @Requires(ProjectPermissions.READ)
    public List<ProjectDecision> findByProject(ProjectId project) {
        return db.sql("""
                        SELECT id, decided_on AS facts_decided_on, decision AS facts_decision, decided_by AS facts_decided_by FROM cooperation.project_decision
                        WHERE project = ? ORDER BY decided_on DESC, id DESC
                        """)
                .param(project.value())
                .query(RecordMapper.of(ProjectDecision.class))
                .list();
    }
}
