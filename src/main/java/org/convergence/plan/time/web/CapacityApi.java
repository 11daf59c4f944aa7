package org.convergence.plan.time.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.convergence.plan.time.TimePermissions;
import org.convergence.plan.time.domain.Capacity;
import org.convergence.plan.time.domain.CapacityQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Capacity in the API: totals, without names. */
@RestController
@RequestMapping(path = "/api/v1/capacity", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(TimePermissions.READ)
@Tag(name = "time")
record CapacityApi(CapacityQueries capacityQueries, OrganisationSettings settings) {

    private static final int FARTHEST = 24;

    private record MonthRange(YearMonth from, YearMonth to) {}

    @GetMapping
    @Operation(
            summary = "The remaining capacity of the team, month by month",
            description = "From the current month to 24 months ahead; twelve months by default.")
    @Parameter(
            name = "from",
            description = "A day of the first month",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(name = "to", description = "A day of the last month", schema = @Schema(type = "string", format = "date"))
    TimeResources.CapacityResource months(Form form) {
        LocalDate today = settings.today();
        YearMonth now = YearMonth.from(today);
        MonthRange asked = form.read(answers -> {
            LocalDate from = Objects.requireNonNullElse(answers.optionalDate("from"), today);
            LocalDate to = Objects.requireNonNullElse(
                    answers.optionalDate("to"), from.plusMonths(CapacityQueries.MONTHS - 1L));
            YearMonth last = YearMonth.from(to);
            if (last.isBefore(YearMonth.from(from))
                    || last.isBefore(now)
                    || last.isAfter(now.plusMonths(FARTHEST - 1L))) {
                form.reject("to", "time.refused.months");
            }
            return new MonthRange(YearMonth.from(from), last);
        });
        Capacity capacity = capacityQueries.forecast((int) now.until(asked.to(), ChronoUnit.MONTHS) + 1);
        List<TimeResources.CapacityMonthResource> months = capacity.months().stream()
                .filter(month -> !month.month().isBefore(asked.from()))
                .map(TimeResources.CapacityMonthResource::of)
                .toList();
        return new TimeResources.CapacityResource(months, capacity.unsized());
    }
}
