package org.convergence.cooperation.project.domain;

import java.util.List;
import org.convergence.cooperation.project.IndicatorId;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPeriodId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.domain.IndicatorValueService.ValuePlace;
import org.convergence.cooperation.project.domain.ProjectResults.IndicatorResult;
import org.convergence.platform.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters the values of all indicators of a period, all or none. */
@Service
@Transactional
@Requires(ProjectPermissions.EDIT)
public class PeriodValuesService {

    private final IndicatorValueService values;
    private final ProjectResults results;

    PeriodValuesService(IndicatorValueService values, ProjectResults results) {
        this.values = values;
        this.results = results;
    }

    /**
     * A value as typed.
     *
     * @param version of the value on which the sheet was opened, 0 if there was none
     */
    public record TypedValue(
            IndicatorId indicator, int version, @Nullable IndicatorFigure actual) {}

    /**
     * Enters the values that were typed otherwise than they are; their explanations stay.
     *
     * @return how many were entered
     * @throws org.convergence.platform.database.Refused if one of them is fed, submitted or approved, or the period is locked
     * @throws org.convergence.platform.database.EditConflict if one of them was changed meanwhile
     */
    @Transactional(label = "project.enter")
    public int enter(ProjectId project, ProjectPeriodId period, List<TypedValue> typed) {
        List<IndicatorResult> cells = results.findPeriod(project, period);
        int entered = 0;
        for (TypedValue each : typed) {
            IndicatorResult cell = cells.stream()
                    .filter(it -> it.indicator().id().equals(each.indicator()))
                    .findFirst()
                    .orElse(null);
            if (cell == null || isSame(each.actual(), cell.stored())) {
                continue;
            }
            values.enter(
                    new ValuePlace(project, each.indicator(), period),
                    each.version(),
                    each.actual(),
                    cell.row() == null ? "" : cell.row().explanation());
            entered++;
        }
        return entered;
    }

    private static boolean isSame(@Nullable IndicatorFigure typed, @Nullable IndicatorFigure stored) {
        return typed == null ? stored == null : typed.isSame(stored);
    }
}
