package org.convergence.cooperation.project.domain;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.cooperation.project.IndicatorId;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.domain.IndicatorFeed.FedCell;
import org.convergence.cooperation.project.domain.IndicatorFeed.FedFacts;
import org.convergence.cooperation.project.domain.IndicatorValueService.ValueState;
import org.convergence.cooperation.project.domain.MeasurementQueries.IndicatorRow;
import org.convergence.cooperation.project.domain.MeasurementQueries.ProjectPeriodRow;
import org.convergence.cooperation.project.domain.MeasurementQueries.ValueRow;
import org.convergence.cooperation.project.domain.ProjectResults.IndicatorResult;
import org.convergence.cooperation.project.domain.ProjectResults.ResultsTable;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The indicators of a project over all of its periods. The database sums what was entered, so that a page costs the same
 * after many years; indicators that realisations feed are read by period.
 */
@Service
@Transactional(readOnly = true)
@Requires(ProjectPermissions.READ)
public class ProjectTotals {

    private final JdbcClient db;
    private final MeasurementQueries queries;
    private final ProjectResults results;
    private final IndicatorFeed feed;
    private final OrganisationSettings settings;

    ProjectTotals(
            JdbcClient db,
            MeasurementQueries queries,
            ProjectResults results,
            IndicatorFeed feed,
            OrganisationSettings settings) {
        this.db = db;
        this.queries = queries;
        this.results = results;
        this.feed = feed;
        this.settings = settings;
    }

    /**
     * An indicator over all periods.
     *
     * @param target the sum of the targets if the values of periods add up, else the last one
     * @param actual likewise
     * @param open how many values are not approved
     */
    public record IndicatorTotal(
            @Nullable IndicatorFigure target,
            @Nullable IndicatorFigure actual,
            IndicatorStanding standing,
            long open) {}

    /**
     * The indicators of a project in some periods, and over all of them.
     *
     * @param totals of each indicator
     */
    public record ProjectOverview(ResultsTable table, Map<IndicatorId, IndicatorTotal> totals) {}

    /** Targets and values of an indicator, summed, or the last of each. */
    private record SummedRow(
            IndicatorId indicator,
            @Nullable IndicatorFigure target,
            @Nullable IndicatorFigure actual,
            long open) {}

    /**
     * The results of a project over all of its periods.
     *
     * @param all its periods, in order
     * @param shown those of them whose values are given one by one, in order
     */
    public ProjectOverview find(ProjectId project, List<ProjectPeriodRow> all, List<ProjectPeriodRow> shown) {
        List<IndicatorRow> indicators = queries.findIndicators(project);
        List<IndicatorRow> fed =
                indicators.stream().filter(each -> each.rule() != null).toList();
        Map<FedCell, FedFacts> facts = feed.find(fed, all);
        Map<IndicatorId, List<SummedRow>> sums = findSums(project);
        findFed(project, fed, all, facts)
                .forEach((id, cells) ->
                        sums.put(id, cells.stream().map(cell -> sum(id, cell)).toList()));
        BigDecimal timeGone = timeGone(all);
        Map<IndicatorId, IndicatorTotal> totals = new HashMap<>();
        for (IndicatorRow indicator : indicators) {
            List<SummedRow> own = sums.getOrDefault(indicator.id(), List.of());
            IndicatorFigure target = total(own, SummedRow::target, indicator.addsUp());
            IndicatorFigure actual = total(own, SummedRow::actual, indicator.addsUp());
            totals.put(
                    indicator.id(),
                    new IndicatorTotal(
                            target,
                            actual,
                            ProjectResults.standing(indicator, target, actual, timeGone),
                            own.stream().mapToLong(SummedRow::open).sum()));
        }
        return new ProjectOverview(results.table(project, shown, indicators, facts), totals);
    }

    private static SummedRow sum(IndicatorId indicator, IndicatorResult cell) {
        boolean isOpen = cell.actual() != null && cell.state() != ValueState.APPROVED;
        return new SummedRow(indicator, cell.target(), cell.actual(), isOpen ? 1 : 0);
    }

    private static @Nullable IndicatorFigure total(
            List<SummedRow> rows, Function<SummedRow, @Nullable IndicatorFigure> column, boolean addsUp) {
        IndicatorFigure total = null;
        for (SummedRow row : rows) {
            IndicatorFigure figure = column.apply(row);
            if (figure != null) {
                total = total == null || !addsUp ? figure : total.plus(figure).orElse(figure);
            }
        }
        return total;
    }

    private BigDecimal timeGone(List<ProjectPeriodRow> periods) {
        return periods.isEmpty()
                ? BigDecimal.ZERO
                : IndicatorStanding.timeGone(
                        periods.get(0).startsOn(),
                        periods.get(periods.size() - 1).endsOn(),
                        settings.today());
    }

    private Map<IndicatorId, List<IndicatorResult>> findFed(
            ProjectId project, List<IndicatorRow> fed, List<ProjectPeriodRow> periods, Map<FedCell, FedFacts> facts) {
        List<ValueRow> values = fed.isEmpty() ? List.of() : queries.findFedValues(project);
        return results.cells(fed, periods, values, facts).stream()
                .collect(Collectors.groupingBy(cell -> cell.indicator().id()));
    }

    /**
     * Sums have one row for each shape of figures, and one for each with cells, which the database does not add; of
     * indicators that do not add up, the last target and the last value are read.
     */
    private static final String SUMS = """
            SELECT v.indicator,
                   sum(v.target_number) AS target_number, sum(v.target_denominator) AS target_denominator,
                   sum(v.target_people_women) AS target_people_women, sum(v.target_people_men) AS target_people_men,
                   sum(v.target_people_other) AS target_people_other,
                   sum(v.target_people_not_stated) AS target_people_not_stated, NULL AS target_words, v.target_cells,
                   sum(v.actual_number) AS actual_number, sum(v.actual_denominator) AS actual_denominator,
                   sum(v.actual_people_women) AS actual_people_women, sum(v.actual_people_men) AS actual_people_men,
                   sum(v.actual_people_other) AS actual_people_other,
                   sum(v.actual_people_not_stated) AS actual_people_not_stated, NULL AS actual_words, v.actual_cells,
                   count(*) FILTER (WHERE v.state <> 'APPROVED' AND num_nonnulls(v.actual_number, v.actual_people_women) > 0) AS open
            FROM cooperation.project_value v JOIN cooperation.project_indicator i ON i.id = v.indicator
            WHERE i.project = :project AND i.feed_measure IS NULL AND i.adds_up AND i.kind <> 'QUALITATIVE'
            GROUP BY v.indicator, v.target_denominator IS NULL, v.actual_denominator IS NULL, v.target_people_women IS NULL,
                     v.actual_people_women IS NULL, v.target_cells, v.actual_cells,
                     CASE WHEN num_nonnulls(v.target_cells, v.actual_cells) > 0 THEN v.period END
            UNION ALL
            SELECT i.id, target.*, actual.*,
                   (SELECT count(*) FROM cooperation.project_value v WHERE v.indicator = i.id AND v.state <> 'APPROVED'
                    AND num_nonnulls(v.actual_number, v.actual_people_women, v.actual_words) > 0)
            FROM cooperation.project_indicator i
            LEFT JOIN LATERAL (
                SELECT v.target_number, v.target_denominator, v.target_people_women, v.target_people_men, v.target_people_other,
                       v.target_people_not_stated, v.target_words, v.target_cells
                FROM cooperation.project_value v JOIN cooperation.project_period p ON p.id = v.period
                WHERE v.indicator = i.id AND num_nonnulls(v.target_number, v.target_people_women, v.target_words) > 0
                ORDER BY p.starts_on DESC LIMIT 1) AS target ON true
            LEFT JOIN LATERAL (
                SELECT v.actual_number, v.actual_denominator, v.actual_people_women, v.actual_people_men, v.actual_people_other,
                       v.actual_people_not_stated, v.actual_words, v.actual_cells
                FROM cooperation.project_value v JOIN cooperation.project_period p ON p.id = v.period
                WHERE v.indicator = i.id AND num_nonnulls(v.actual_number, v.actual_people_women, v.actual_words) > 0
                ORDER BY p.starts_on DESC LIMIT 1) AS actual ON true
            WHERE i.project = :project AND i.feed_measure IS NULL AND NOT (i.adds_up AND i.kind <> 'QUALITATIVE')
            """;

    private Map<IndicatorId, List<SummedRow>> findSums(ProjectId project) {
        try (Stream<SummedRow> rows =
                db.sql(SUMS).param("project", project.value()).query(RecordMapper.of(SummedRow.class)).stream()) {
            return rows.collect(Collectors.groupingBy(SummedRow::indicator, HashMap::new, Collectors.toList()));
        }
    }
}
