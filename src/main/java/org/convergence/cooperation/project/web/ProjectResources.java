package org.convergence.cooperation.project.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.project.ProjectRole;
import org.convergence.cooperation.project.domain.IndicatorFigure;
import org.convergence.cooperation.project.domain.IndicatorFigure.PeopleBySex;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorKind;
import org.convergence.cooperation.project.domain.IndicatorStanding;
import org.convergence.cooperation.project.domain.IndicatorValueService.ValueState;
import org.convergence.cooperation.project.domain.MeasurementQueries.IndicatorRow;
import org.convergence.cooperation.project.domain.ProjectQueries.ProjectRow;
import org.convergence.cooperation.project.domain.ProjectResults.IndicatorResult;
import org.convergence.cooperation.project.web.ProjectRequests.CellsOfDimension;
import org.jspecify.annotations.Nullable;

/** What programs read about projects. */
final class ProjectResources {

    private ProjectResources() {}

    /** A project. */
    @Schema(name = "Project")
    record ProjectResource(
            UUID id,
            String title,
            ProjectRole role,

            @Schema(description = "Their names") String partners,
            List<String> countries,
            @Nullable Integer reach,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        static ProjectResource of(ProjectRow it) {
            return new ProjectResource(
                    it.id().value(),
                    it.title(),
                    it.role(),
                    it.partners(),
                    it.countries(),
                    it.reach(),
                    it.startsOn(),
                    it.endsOn());
        }
    }

    /** An indicator. */
    @Schema(name = "ProjectIndicator")
    record IndicatorResource(
            UUID id,
            UUID result,
            String wording,
            IndicatorKind kind,
            String unit,
            boolean bySex,

            @Schema(description = "A line for each dimension besides sex, with its cells")
            String dimensions,

            @Schema(description = "Whether the values of periods may be summed")
            boolean addsUp,

            @Nullable FigureResource baseline,
            @Nullable Integer baselineYear) {

        static IndicatorResource of(IndicatorRow it) {
            return new IndicatorResource(
                    it.id().value(),
                    it.result().value(),
                    it.wording(),
                    it.kind(),
                    it.unit(),
                    it.bySex(),
                    it.dimensions(),
                    it.addsUp(),
                    FigureResource.of(it.baseline()),
                    it.baselineYear());
        }
    }

    /** The indicators of a project. */
    @Schema(name = "ProjectIndicators")
    record IndicatorsResource(List<IndicatorResource> items) {}

    /** A figure. */
    @Schema(name = "IndicatorFigure")
    record FigureResource(
            @Schema(description = "The total of the cells, the number, or the ratio in percent") @Nullable
            BigDecimal amount,

            @Nullable BigDecimal number,
            @Nullable BigDecimal denominator,
            @Nullable Integer women,
            @Nullable Integer men,
            @Nullable Integer other,
            @Nullable Integer notStated,
            @Nullable String words,

            @Schema(description = "Of each dimension besides sex, in the indicator's order; null if none is known")
            @Nullable
            List<CellsOfDimension> cells) {

        static @Nullable FigureResource of(@Nullable IndicatorFigure it) {
            if (it == null) {
                return null;
            }
            PeopleBySex people = it.people();
            return new FigureResource(
                    it.amount().orElse(null),
                    it.number(),
                    it.denominator(),
                    people == null ? null : people.women(),
                    people == null ? null : people.men(),
                    people == null ? null : people.other(),
                    people == null ? null : people.notStated(),
                    it.words(),
                    it.cells() == null
                            ? null
                            : it.cells().stream().map(CellsOfDimension::of).toList());
        }
    }

    /** An indicator in a period. */
    @Schema(name = "IndicatorValue")
    record ValueResource(
            UUID indicator,
            String wording,

            @Schema(description = "A line for each dimension besides sex, with its cells")
            String dimensions,

            LocalDate from,
            LocalDate to,
            boolean locked,
            ValueState state,
            IndicatorStanding standing,
            @Nullable FigureResource target,
            @Nullable FigureResource actual,

            @Schema(description = "What realisations give today, if it differs from what was submitted") @Nullable
            FigureResource since) {

        static ValueResource of(IndicatorResult it) {
            return new ValueResource(
                    it.indicator().id().value(),
                    it.indicator().wording(),
                    it.indicator().dimensions(),
                    it.period().startsOn(),
                    it.period().endsOn(),
                    it.period().isLocked(),
                    it.state(),
                    it.standing(),
                    FigureResource.of(it.target()),
                    FigureResource.of(it.actual()),
                    FigureResource.of(it.since()));
        }
    }

    /** The results of a project. */
    @Schema(name = "ProjectResults")
    record ResultsResource(List<ValueResource> items) {}
}
