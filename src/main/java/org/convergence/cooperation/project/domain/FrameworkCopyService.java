package org.convergence.cooperation.project.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.ResultId;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorFacts;
import org.convergence.cooperation.project.domain.IndicatorService.MeasurementPlan;
import org.convergence.cooperation.project.domain.LogicModelService.ResultFacts;
import org.convergence.cooperation.project.domain.MeasurementQueries.IndicatorRow;
import org.convergence.cooperation.project.domain.MeasurementQueries.ResultRow;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Copies the logic model and the framework of another project into one that has none. */
@Service
@Requires(ProjectPermissions.EDIT)
public class FrameworkCopyService {

    private final JdbcClient db;
    private final MeasurementQueries queries;
    private final LogicModelService models;
    private final IndicatorService indicators;

    FrameworkCopyService(
            JdbcClient db, MeasurementQueries queries, LogicModelService models, IndicatorService indicators) {
        this.db = db;
        this.queries = queries;
        this.models = models;
        this.indicators = indicators;
    }

    /**
     * Copies results and indicators. Baselines, targets, values and the activities that feed an indicator are those of
     * the other project, and stay there.
     *
     * @throws Refused if the project has results already
     */
    @Transactional(label = "project.copy-framework")
    public void copy(ProjectId project, ProjectId from) {
        ProjectService.lock(db, project);
        if (!queries.findResults(project).isEmpty()) {
            throw new Refused("project.refused.has-results");
        }
        Map<@Nullable ResultId, ResultId> copies = new HashMap<>();
        for (ResultRow row : queries.findResults(from)) {
            ResultId parent = row.parent() == null ? null : copies.get(row.parent());
            copies.put(
                    row.id(),
                    models.add(project, new ResultFacts(row.level(), parent, row.statement(), row.assumption())));
        }
        for (IndicatorRow row : queries.findIndicators(from)) {
            indicators.add(
                    project,
                    new IndicatorFacts(
                            Objects.requireNonNull(copies.get(row.result())),
                            row.wording(),
                            row.kind(),
                            row.unit(),
                            row.bySex(),
                            row.dimensions(),
                            row.addsUp(),
                            new MeasurementPlan(
                                    null, null, row.source(), row.method(), row.frequency(), row.responsible()),
                            null));
        }
    }
}
