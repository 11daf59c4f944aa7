package org.convergence.cooperation.project.web;

import java.util.Objects;
import org.convergence.cooperation.project.IndicatorId;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPeriodId;
import org.convergence.cooperation.project.domain.IndicatorFigure;
import org.convergence.cooperation.project.domain.IndicatorValueService;
import org.convergence.cooperation.project.domain.IndicatorValueService.ValuePlace;
import org.convergence.cooperation.project.domain.MeasurementQueries;
import org.convergence.cooperation.project.domain.MeasurementQueries.IndicatorRow;
import org.convergence.cooperation.project.domain.ProjectPeriodService;
import org.convergence.cooperation.project.domain.ProjectResults;
import org.convergence.cooperation.project.domain.ProjectResults.IndicatorResult;
import org.convergence.cooperation.project.web.ProjectRequests.FigureRequest;
import org.convergence.cooperation.project.web.ProjectRequests.ValueRequest;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.JsonForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the target and the value of a request, in the transaction of the request. */
@Component
record IndicatorValueWriter(
        IndicatorValueService values,
        ProjectPeriodService periods,
        MeasurementQueries queries,
        ProjectResults results) {

    private record ValueRequestInput(
            @Nullable IndicatorFigure target,
            String reason,
            @Nullable IndicatorFigure actual,
            String explanation) {}

    IndicatorResult write(ProjectId project, ValueRequest sent) {
        IndicatorRow indicator = queries.findIndicator(project, new IndicatorId(sent.indicator()));
        ValueRequestInput input = JsonForm.read(sent, FigureForm::nameInRequest, (answers, form) -> {
            if (sent.to().isBefore(sent.from())) {
                answers.reject("to", "project.refused.days");
            }
            putCells(answers, IndicatorValueController.TARGET, sent.target(), indicator);
            putCells(answers, IndicatorValueController.ACTUAL, sent.actual(), indicator);
            return new ValueRequestInput(
                    FigureForm.readTarget(answers, IndicatorValueController.TARGET, indicator),
                    Objects.requireNonNullElse(answers.optionalText("reason", 500), ""),
                    FigureForm.read(answers, IndicatorValueController.ACTUAL, indicator),
                    Objects.requireNonNullElse(
                            answers.optionalText("explanation", IndicatorValueController.LONGEST_EXPLANATION), ""));
        });
        ProjectPeriodId period = periods.findOrAdd(project, sent.from(), sent.to());
        ValuePlace place = new ValuePlace(project, indicator.id(), period);
        if (sent.target() != null) {
            values.setTarget(place, version(place), input.target(), input.reason());
        }
        if (sent.actual() != null || sent.explanation() != null) {
            values.enter(place, version(place), input.actual(), input.explanation());
        }
        if (Boolean.TRUE.equals(sent.submit())) {
            values.submit(place);
        }
        return find(place);
    }

    private static void putCells(
            FormValues answers, String prefix, @Nullable FigureRequest figure, IndicatorRow indicator) {
        if (figure != null) {
            FigureForm.putCells(answers, prefix, figure.cells(), indicator.disaggregations());
        }
    }

    private int version(ValuePlace place) {
        IndicatorResult it = find(place);
        return it.row() == null ? 0 : it.row().version();
    }

    private IndicatorResult find(ValuePlace place) {
        return results.findEvidence(place).result();
    }
}
