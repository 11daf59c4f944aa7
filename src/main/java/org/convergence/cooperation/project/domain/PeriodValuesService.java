package org.convergence.cooperation.project.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.convergence.cooperation.project.IndicatorId;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPeriodId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.domain.IndicatorValueService.ValuePlace;
import org.convergence.cooperation.project.domain.MeasurementQueries.ValueRow;
import org.convergence.cooperation.project.domain.ProjectResults.IndicatorResult;
import org.convergence.platform.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters the values of all indicators of a period, all or none. */
@Service
@Transactional
@Requires(ProjectPermissions.EDIT)
public class PeriodValuesService {

    private final JdbcClient db;
    private final IndicatorValueService values;
    private final ProjectResults results;

    PeriodValuesService(JdbcClient db, IndicatorValueService values, ProjectResults results) {
        this.db = db;
        this.values = values;
        this.results = results;
    }

    /**
     * A value as typed.
     *
     * @param opened the mark of the value on which the sheet was opened ({@link IndicatorFigure#mark})
     */
    public record TypedValue(
            IndicatorId indicator, String opened, @Nullable IndicatorFigure actual) {

        /** Whether the sheet leaves it as it was opened. */
        public boolean isUntouched() {
            return IndicatorFigure.mark(actual).equals(opened);
        }
    }

    /**
     * What came of a sheet.
     *
     * @param entered how many values were entered; none if there are conflicts
     * @param conflicts the indicators whose value was changed on the sheet and, meanwhile, by another person,
     *     or submitted
     */
    public record SheetOutcome(int entered, Set<IndicatorId> conflicts) {}

    /**
     * Enters the values that were changed on the sheet; their explanations stay. Two people may fill in different rows of
     * one period.
     *
     * @throws org.convergence.platform.database.Refused if one of them is fed, or the period is locked
     */
    @Transactional(label = "project.enter")
    public SheetOutcome enter(ProjectId project, ProjectPeriodId period, List<TypedValue> typed) {
        ProjectService.lock(db, project);
        Map<IndicatorId, IndicatorResult> cells = results.findPeriod(project, period).stream()
                .collect(Collectors.toMap(each -> each.indicator().id(), each -> each));
        List<TypedValue> changed = typed.stream()
                .filter(each -> !each.isUntouched()
                        && cells.containsKey(each.indicator())
                        && !IndicatorFigure.mark(each.actual()).equals(stored(cells, each)))
                .toList();
        Set<IndicatorId> conflicts = changed.stream()
                .filter(each -> !each.opened().equals(stored(cells, each))
                        || !cell(cells, each).state().isOpen())
                .map(TypedValue::indicator)
                .collect(Collectors.toSet());
        if (!conflicts.isEmpty()) {
            return new SheetOutcome(0, conflicts);
        }
        for (TypedValue each : changed) {
            ValueRow row = cell(cells, each).row();
            values.enter(
                    new ValuePlace(project, each.indicator(), period),
                    row == null ? 0 : row.version(),
                    each.actual(),
                    row == null ? "" : row.explanation());
        }
        return new SheetOutcome(changed.size(), Set.of());
    }

    private static IndicatorResult cell(Map<IndicatorId, IndicatorResult> cells, TypedValue typed) {
        return Objects.requireNonNull(cells.get(typed.indicator()));
    }

    private static String stored(Map<IndicatorId, IndicatorResult> cells, TypedValue typed) {
        return IndicatorFigure.mark(cell(cells, typed).stored());
    }
}
