package org.convergence.cooperation.project.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.convergence.cooperation.project.IndicatorId;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPeriodId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.domain.IndicatorFeed.FedCell;
import org.convergence.cooperation.project.domain.IndicatorFeed.FedFacts;
import org.convergence.cooperation.project.domain.IndicatorValueService.ValuePlace;
import org.convergence.cooperation.project.domain.IndicatorValueService.ValueState;
import org.convergence.cooperation.project.domain.MeasurementQueries.IndicatorRow;
import org.convergence.cooperation.project.domain.MeasurementQueries.ProjectPeriodRow;
import org.convergence.cooperation.project.domain.MeasurementQueries.ResultRow;
import org.convergence.cooperation.project.domain.MeasurementQueries.ValueRow;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The values of a project against their targets, from realisations or as entered, with their evidence. */
@Service
@Transactional(readOnly = true)
@Requires(ProjectPermissions.READ)
public class ProjectResults {

    private final MeasurementQueries queries;
    private final IndicatorFeed feed;
    private final OrganisationSettings settings;

    ProjectResults(MeasurementQueries queries, IndicatorFeed feed, OrganisationSettings settings) {
        this.queries = queries;
        this.feed = feed;
        this.settings = settings;
    }

    /**
     * An indicator in a period.
     *
     * @param row its target and stored value; {@code null} if there is neither
     * @param actual the stored value once it is submitted, else what realisations give, else what was entered
     * @param since what realisations give today, if it differs from the value that was submitted
     */
    public record IndicatorResult(
            IndicatorRow indicator,
            ProjectPeriodRow period,
            @Nullable ValueRow row,
            @Nullable IndicatorFigure actual,
            @Nullable IndicatorFigure since,
            IndicatorStanding standing) {

        public ValueState state() {
            return row == null ? ValueState.DRAFT : row.state();
        }

        /** The value as entered or submitted; {@code null} for none. */
        public @Nullable IndicatorFigure stored() {
            return row == null ? null : row.actual();
        }

        /** Whether its value is entered by hand, and may be now. */
        public boolean isEnterable() {
            return indicator.rule() == null && state().isOpen() && !period.isLocked();
        }

        public @Nullable IndicatorFigure target() {
            return row == null ? null : row.target();
        }
    }

    /**
     * The framework of a project, and each of its indicators in some of its periods.
     *
     * @param rows the cells of each indicator, by period
     */
    public record ResultsTable(
            List<ResultRow> results, List<IndicatorRow> indicators, Map<IndicatorId, List<IndicatorResult>> rows) {

        /** An indicator's cells, by period. */
        public List<IndicatorResult> of(IndicatorRow indicator) {
            return rows.getOrDefault(indicator.id(), List.of());
        }

        /** All cells, by indicator and period. */
        public List<IndicatorResult> cells() {
            return indicators.stream().flatMap(each -> of(each).stream()).toList();
        }
    }

    /**
     * The indicators of a project in one of its periods.
     *
     * @throws org.convergence.platform.database.NotFound if the project has no such period
     */
    public List<IndicatorResult> findPeriod(ProjectId project, ProjectPeriodId period) {
        List<IndicatorRow> indicators = queries.findIndicators(project);
        return cells(project, indicators, List.of(queries.findPeriod(project, period)));
    }

    static IndicatorStanding standing(
            IndicatorRow indicator,
            @Nullable IndicatorFigure target,
            @Nullable IndicatorFigure actual,
            BigDecimal timeGone) {
        return IndicatorStanding.of(
                Objects.requireNonNullElse(amount(indicator.baseline()), BigDecimal.ZERO),
                amount(target),
                amount(actual),
                timeGone);
    }

    /**
     * The realisations behind a value.
     *
     * @param facts the latest first
     */
    public record ValueEvidence(IndicatorResult result, List<RealisationFact> facts) {}

    /** All results of a project; a fixed number of queries, and one for each line and partner that feed it. */
    public ResultsTable findTable(ProjectId project) {
        return findTable(project, queries.findPeriods(project));
    }

    /** The results of a project in these periods of it, which are in order. */
    public ResultsTable findTable(ProjectId project, List<ProjectPeriodRow> periods) {
        List<IndicatorRow> indicators = queries.findIndicators(project);
        return table(project, periods, indicators, feed.find(indicators, periods));
    }

    /** The periods of a project around today. */
    public PeriodWindow findWindow(ProjectId project) {
        return PeriodWindow.around(queries.findPeriods(project), null, settings.today());
    }

    /** The targets of a project in these periods of it. Values that realisations give are left out. */
    public ResultsTable findTargets(ProjectId project, List<ProjectPeriodRow> periods) {
        return table(project, periods, queries.findIndicators(project), Map.of());
    }

    /** These indicators of a project in these periods of it. */
    ResultsTable table(
            ProjectId project,
            List<ProjectPeriodRow> periods,
            List<IndicatorRow> indicators,
            Map<FedCell, FedFacts> fed) {
        return new ResultsTable(
                queries.findResults(project),
                indicators,
                cells(indicators, periods, queries.findValues(project, periods), fed).stream()
                        .collect(Collectors.groupingBy(cell -> cell.indicator().id())));
    }

    private List<IndicatorResult> cells(
            ProjectId project, List<IndicatorRow> indicators, List<ProjectPeriodRow> periods) {
        return cells(indicators, periods, queries.findValues(project, periods), feed.find(indicators, periods));
    }

    /**
     * The evidence of one value.
     *
     * @throws org.convergence.platform.database.NotFound if the project has no such indicator or period
     */
    @Requires(RealisationPermissions.READ)
    public ValueEvidence findEvidence(ValuePlace place) {
        List<IndicatorRow> indicator = List.of(queries.findIndicator(place.project(), place.indicator()));
        List<ProjectPeriodRow> period = List.of(queries.findPeriod(place.project(), place.period()));
        Map<FedCell, FedFacts> fed = feed.find(indicator, period);
        return new ValueEvidence(
                cells(indicator, period, queries.findValues(place.project(), period), fed)
                        .get(0),
                fed.values().stream()
                        .flatMap(each -> each.facts().stream())
                        .sorted(Comparator.comparing((RealisationFact fact) ->
                                        fact.happening().when().to())
                                .reversed())
                        .toList());
    }

    /** Indicators in periods, of the values and realisations given. */
    List<IndicatorResult> cells(
            List<IndicatorRow> indicators,
            List<ProjectPeriodRow> periods,
            List<ValueRow> values,
            Map<FedCell, FedFacts> fed) {
        Map<FedCell, ValueRow> rows = new HashMap<>();
        values.forEach(value -> rows.put(new FedCell(value.indicator(), value.period()), value));
        LocalDate today = settings.today();
        List<IndicatorResult> cells = new ArrayList<>();
        for (IndicatorRow indicator : indicators) {
            for (ProjectPeriodRow period : periods) {
                FedCell cell = new FedCell(indicator.id(), period.id());
                cells.add(result(indicator, period, rows.get(cell), fed.getOrDefault(cell, FedFacts.NONE), today));
            }
        }
        return cells;
    }

    private IndicatorResult result(
            IndicatorRow indicator, ProjectPeriodRow period, @Nullable ValueRow row, FedFacts facts, LocalDate today) {
        boolean begun = !period.startsOn().isAfter(today);
        FeedRule rule = indicator.rule();
        IndicatorFigure live = rule == null || !begun ? null : facts.count(indicator, rule);
        IndicatorFigure stored = row == null ? null : row.actual();
        boolean isOpen = row == null || row.state().isOpen();
        IndicatorFigure actual = isOpen && live != null ? live : stored;
        IndicatorFigure since = !isOpen && live != null && !live.isSame(stored) ? live : null;
        return new IndicatorResult(
                indicator,
                period,
                row,
                actual,
                since,
                standing(
                        indicator,
                        row == null ? null : row.target(),
                        actual,
                        IndicatorStanding.timeGone(period.startsOn(), period.endsOn(), today)));
    }

    private static @Nullable BigDecimal amount(@Nullable IndicatorFigure figure) {
        return figure == null ? null : figure.amount().orElse(null);
    }
}
