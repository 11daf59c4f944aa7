package org.convergence.cooperation.project.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.cooperation.project.IndicatorId;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPeriodId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.ResultId;
import org.convergence.cooperation.project.domain.IndicatorService.FeedMeasure;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorKind;
import org.convergence.cooperation.project.domain.IndicatorValueService.ValuePlace;
import org.convergence.cooperation.project.domain.IndicatorValueService.ValueState;
import org.convergence.cooperation.project.domain.LogicModelPolicy.ResultLevel;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the results, indicators, periods, targets and values of a project. */
@Service
@Transactional(readOnly = true)
@Requires(ProjectPermissions.READ)
public class MeasurementQueries {

    private static final int CHANGES = 30;

    private final JdbcClient db;
    private final AuditTrail audit;

    MeasurementQueries(JdbcClient db, AuditTrail audit) {
        this.audit = audit;
        this.db = db;
    }

    /** A result of the logic model, or an activity. */
    public record ResultRow(
            ResultId id,
            int version,
            @Nullable ResultId parent,
            ResultLevel level,
            String statement,
            String assumption) {}

    /** A period, open until it is locked. */
    public record ProjectPeriodRow(
            ProjectPeriodId id,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable LocalDate lockedOn) {

        public boolean isLocked() {
            return lockedOn != null;
        }
    }

    /** The columns of a mapping; all null if the indicator is not fed. */
    record FeedColumns(
            FeedMeasure measure,
            @Nullable RealisationKind kind,
            @Nullable ActionId action,
            @Nullable String place,
            @Nullable OrganisationId partner,
            @Nullable UUID topic) {}

    /** An indicator with its columns of the measurement framework. */
    public record IndicatorRow(
            IndicatorId id,
            int version,
            ResultId result,
            String wording,
            IndicatorKind kind,
            String unit,
            boolean bySex,
            String dimensions,
            boolean addsUp,
            @Nullable Integer baselineYear,
            @Nullable IndicatorFigure baseline,
            String source,
            String method,
            String frequency,
            String responsible,
            @Nullable FeedColumns feed) {

        /** The dimensions by which it is disaggregated besides sex. */
        public List<Disaggregation> disaggregations() {
            return Disaggregation.parse(dimensions).orElse(List.of());
        }

        /** The realisations that feed it; {@code null} if its values are entered. */
        public @Nullable FeedRule rule() {
            return feed == null
                    ? null
                    : new FeedRule(
                            feed.measure(), feed.kind(), feed.action(), feed.place(), feed.partner(), feed.topic());
        }
    }

    /** The target and the value of an indicator in a period. */
    public record ValueRow(
            UUID id,
            int version,
            IndicatorId indicator,
            ProjectPeriodId period,
            ValueState state,
            @Nullable IndicatorFigure target,
            String targetReason,
            @Nullable IndicatorFigure actual,
            String explanation,
            String returnedComment) {}

    /** The results of a project, each followed by those that follow from it. */
    public List<ResultRow> findResults(ProjectId project) {
        List<ResultRow> rows = list("""
                SELECT id, version, parent, level, statement, assumption FROM cooperation.project_result
                WHERE project = ? ORDER BY cooperation.project_rank(level), position, id
                """, project, RecordMapper.of(ResultRow.class));
        Map<@Nullable ResultId, List<ResultRow>> children = new HashMap<>();
        rows.forEach(row -> children.computeIfAbsent(row.parent(), parent -> new ArrayList<>())
                .add(row));
        List<ResultRow> ordered = new ArrayList<>();
        append(null, children, ordered);
        return ordered;
    }

    private static void append(
            @Nullable ResultId parent, Map<@Nullable ResultId, List<ResultRow>> children, List<ResultRow> ordered) {
        for (ResultRow row : children.getOrDefault(parent, List.of())) {
            ordered.add(row);
            append(row.id(), children, ordered);
        }
    }

    private static final String INDICATORS = """
            SELECT id, version, result, wording, kind, unit, by_sex, dimensions, adds_up, baseline_year, baseline_number,
                   baseline_denominator, baseline_people_women, baseline_people_men, baseline_people_other,
                   baseline_people_not_stated, baseline_words, baseline_cells, source, method, frequency, responsible, feed_measure,
                   feed_kind, feed_action, feed_place, feed_partner, feed_topic
            FROM cooperation.project_indicator WHERE project = ?
            """;

    /** The indicators of a project, in the order in which they were added. */
    public List<IndicatorRow> findIndicators(ProjectId project) {
        return list(INDICATORS + " ORDER BY position, id", project, RecordMapper.of(IndicatorRow.class));
    }

    /** @throws NotFound if the project has no such indicator */
    public IndicatorRow findIndicator(ProjectId project, IndicatorId id) {
        return db.sql(INDICATORS + " AND id = ?")
                .params(project.value(), id.value())
                .query(RecordMapper.of(IndicatorRow.class))
                .optional()
                .orElseThrow(() -> new NotFound("indicator"));
    }

    private static final String PERIODS =
            "SELECT id, starts_on, ends_on, locked_on FROM cooperation.project_period WHERE project = ?";

    /** The periods of a project, in order. */
    public List<ProjectPeriodRow> findPeriods(ProjectId project) {
        return list(PERIODS + " ORDER BY starts_on", project, RecordMapper.of(ProjectPeriodRow.class));
    }

    /** @throws NotFound if the project has no such period */
    public ProjectPeriodRow findPeriod(ProjectId project, ProjectPeriodId id) {
        return db.sql(PERIODS + " AND id = ?")
                .params(project.value(), id.value())
                .query(RecordMapper.of(ProjectPeriodRow.class))
                .optional()
                .orElseThrow(() -> new NotFound("period"));
    }

    private static final String VALUES = """
            SELECT v.id, v.version, v.indicator, v.period, v.state, v.target_number, v.target_denominator,
                   v.target_people_women, v.target_people_men, v.target_people_other, v.target_people_not_stated,
                   v.target_words, v.target_cells, v.target_reason, v.actual_number, v.actual_denominator, v.actual_people_women,
                   v.actual_people_men, v.actual_people_other, v.actual_people_not_stated, v.actual_words, v.actual_cells,
                   v.explanation, v.returned_comment
            FROM cooperation.project_value v JOIN cooperation.project_indicator i ON i.id = v.indicator
            WHERE i.project = ?
            """;

    /** The targets and values of a project. */
    public List<ValueRow> findValues(ProjectId project) {
        return list(VALUES, project, RecordMapper.of(ValueRow.class));
    }

    /** The targets and values of a project in these periods. */
    List<ValueRow> findValues(ProjectId project, List<ProjectPeriodRow> periods) {
        return db.sql(VALUES + " AND v.period = ANY (?)")
                .param(project.value())
                .param(periods.stream().map(each -> each.id().value()).toArray(UUID[]::new))
                .query(RecordMapper.of(ValueRow.class))
                .list();
    }

    /** The targets and values of the indicators of a project that realisations feed. */
    List<ValueRow> findFedValues(ProjectId project) {
        return list(VALUES + " AND i.feed_measure IS NOT NULL", project, RecordMapper.of(ValueRow.class));
    }

    /** The target and value of an indicator in a period, if there is one. */
    Optional<ValueRow> findValue(ValuePlace place) {
        return db.sql(VALUES + " AND v.indicator = ? AND v.period = ?")
                .params(
                        place.project().value(),
                        place.indicator().value(),
                        place.period().value())
                .query(RecordMapper.of(ValueRow.class))
                .optional();
    }

    private <R> List<R> list(String sql, ProjectId project, RowMapper<R> mapper) {
        return db.sql(sql).param(project.value()).query(mapper).list();
    }

    /** The latest changes of a value, the newest first. */
    public List<AuditEntry> changes(UUID value) {
        return audit.findByRow(IndicatorValueService.TABLE, value, CHANGES);
    }
}
