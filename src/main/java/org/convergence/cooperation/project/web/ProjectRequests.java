package org.convergence.cooperation.project.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.project.ProjectRole;
import org.convergence.cooperation.project.domain.Disaggregation;
import org.convergence.cooperation.project.domain.IndicatorService.FeedMeasure;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorKind;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.geography.CountryNames;
import org.convergence.platform.shell.ApiCondition;
import org.jspecify.annotations.Nullable;

/** What programs send about projects. */
final class ProjectRequests {

    private ProjectRequests() {}

    /** A project to open. */
    record ProjectRequest(
            @Schema(minLength = 1, maxLength = 300) String title,

            @Schema(description = "Else LEAD") @Nullable ProjectRole role,

            @Schema(description = "Name of the partner, an organisation that is created if it is new", maxLength = 300)
            @Nullable
            String partner,

            @Schema(description = "What the partner brings", maxLength = 500) @Nullable
            String brings,

            @Schema(maxLength = 4_000) @Nullable String summary,

            @ArraySchema(
                    maxItems = CountryNames.MOST,
                    arraySchema = @Schema(description = "Codes such as CO, or names"))
            @Nullable
            List<String> countries,

            @Schema(description = "How many people it means to reach", minimum = "0") @Nullable
            Integer reach,

            @Schema(description = "The first day") @Nullable LocalDate from,

            @Schema(description = "The last day") @Nullable LocalDate to) {}

    /** A figure: a number, a part and its whole, people by sex, or words. */
    record FigureRequest(
            @Schema(description = "Of people by sex: their total; the rest is not stated") @Nullable
            BigDecimal number,

            @Schema(description = "The whole of which number is a part") @Nullable
            BigDecimal denominator,

            @Nullable Integer women,
            @Nullable Integer men,
            @Nullable Integer other,
            @Nullable Integer notStated,

            @Schema(maxLength = 2_000) @Nullable String words,

            @ArraySchema(
                    maxItems = Disaggregation.MOST,
                    arraySchema = @Schema(description = "Of each dimension besides sex, in the indicator's order"))
            @Nullable
            List<CellsOfDimension> cells) {}

    /** The cells of a dimension of a figure. */
    record CellsOfDimension(
            @ArraySchema(
                    maxItems = Disaggregation.MOST_CELLS,
                    arraySchema =
                            @Schema(
                                    description = "In the order of the cells; what they leave of the total is not"
                                            + " stated"))
            List<BigDecimal> numbers) {

        static CellsOfDimension of(List<BigDecimal> numbers) {
            // JSON would write 2E+1.
            return new CellsOfDimension(numbers.stream()
                    .map(each -> each.setScale(Math.max(each.scale(), 0)))
                    .toList());
        }
    }

    /** The realisations that feed an indicator: at least one of kind, line, place, partner and topic. */
    record FeedRequest(
            FeedMeasure measure,
            @Nullable RealisationKind kind,

            @Schema(description = "Id of an action of a plan") @Nullable
            UUID line,

            @Schema(description = "Code or name of a country or a region", maxLength = 100) @Nullable
            String place,

            @Schema(description = "Id of an organisation that took part") @Nullable
            UUID partner,

            @Schema(description = "Id of what the share WILL_USE is measured for, such as a workshop") @Nullable
            UUID topic) {}

    /** An indicator to add. */
    record IndicatorRequest(
            @Schema(minLength = 1, maxLength = 500) String wording,

            @Schema(description = "Else QUANTITY") @Nullable IndicatorKind kind,

            @Schema(
                    description = "Id of a result; or the statement of an immediate outcome, which is added if it is"
                            + " new; else the first outcome of the project",
                    maxLength = 500)
            @Nullable
            String result,

            @Schema(maxLength = 100) @Nullable String unit,

            @ApiCondition(
                    with = "kind",
                    is = {"", "QUANTITY"})
            @Schema(description = "Whether it counts people by sex")
            @Nullable
            Boolean bySex,

            @ApiCondition(
                    with = "kind",
                    is = {"", "QUANTITY"})
            @Schema(
                    description = "A line for each dimension besides sex, with its cells: Age: under 30, 30 and over",
                    maxLength = 1_000)
            @Nullable
            String dimensions,

            @ApiCondition(
                    with = "kind",
                    is = {"", "QUANTITY", "RATIO"})
            @Schema(description = "Whether the values of periods may be summed")
            @Nullable
            Boolean addsUp,

            @Nullable FigureRequest baseline,
            @Nullable Integer baselineYear,

            @Schema(maxLength = 500) @Nullable String source,

            @Schema(maxLength = 500) @Nullable String method,

            @Schema(maxLength = 200) @Nullable String frequency,

            @Schema(description = "A function or an organisation", maxLength = 200) @Nullable
            String responsible,

            @Nullable FeedRequest feed) {}

    /** The target and the value of an indicator in a period; each stays as it is if it is left out. */
    record ValueRequest(
            UUID indicator,

            @Schema(description = "The first day of the period, which is added if it is new")
            LocalDate from,

            @Schema(description = "The last day of the period")
            LocalDate to,

            @Nullable FigureRequest target,

            @Schema(description = "Why a target changes once there are results", maxLength = 500) @Nullable
            String reason,

            @Schema(description = "Refused if realisations feed the indicator") @Nullable
            FigureRequest actual,

            @Schema(description = "Of the variance", maxLength = 2_000) @Nullable
            String explanation,

            @Schema(description = "Whether the value is submitted too") @Nullable
            Boolean submit) {}
}
