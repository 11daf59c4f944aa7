package org.convergence.plan.time.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.plan.time.domain.Capacity;
import org.convergence.plan.time.domain.ContractService;
import org.convergence.plan.time.domain.ContractSource;
import org.convergence.plan.time.domain.ContractTerms;
import org.convergence.plan.time.domain.SheetState;
import org.convergence.plan.time.domain.TimeEntryQueries;
import org.jspecify.annotations.Nullable;

/** The responses of the API about hours. */
public final class TimeResources {

    private TimeResources() {}

    /** Hours of a person on a day. */
    @Schema(name = "TimeEntry")
    public record TimeEntryResource(
            UUID id,
            UUID person,
            LocalDate date,
            BigDecimal hours,

            @Schema(description = "Id of the plan's action; null for none") @Nullable
            UUID action,

            @Schema(description = "Id of the realisation; null for none. Without action and realisation: the office")
            @Nullable
            UUID realisation,

            @Schema(description = "Whether they are volunteer hours")
            boolean volunteer,

            @Schema(description = "State of the sheet of that week")
            SheetState sheet) {

        static TimeEntryResource of(TimeEntryQueries.ListedTimeEntry entry) {
            var action = entry.post().action();
            var realisation = entry.post().realisation();
            return new TimeEntryResource(
                    entry.id(),
                    entry.person().value(),
                    entry.day(),
                    entry.hours(),
                    action == null ? null : action.value(),
                    realisation == null ? null : realisation.value(),
                    entry.volunteer(),
                    entry.state());
        }
    }

    /** A page of entries. */
    @Schema(name = "TimeEntryPage")
    public record TimeEntryListResource(
            List<TimeEntryResource> items,

            @Schema(description = "The value of after for the next page; null on the last") @Nullable
            String next) {}

    /** A contract. */
    @Schema(name = "Contract")
    public record ContractResource(
            @Nullable UUID id,

            @Schema(description = "Sent with a correction: the version that was read") @Nullable
            Integer version,

            @Schema(description = "The person; a correction does not change it")
            UUID person,

            LocalDate from,

            @Schema(description = "Its last day; null if unknown") @Nullable
            LocalDate to,

            ContractSource source,

            @Schema(description = "Hours from Monday to Sunday")
            List<BigDecimal> days,

            @Schema(description = "Percentage for running the office; 30 by default")
            int office,

            @Schema(description = "Whether it may overlap another contract of the person")
            boolean beside,

            @Schema(description = "The only approver of its weeks; null for anyone who may approve weeks") @Nullable
            UUID approver) {

        static ContractResource of(ContractService.VersionedContract kept) {
            ContractTerms facts = kept.facts();
            return new ContractResource(
                    kept.id(),
                    kept.version(),
                    facts.person().value(),
                    facts.from(),
                    facts.to(),
                    facts.source(),
                    facts.week().days(),
                    facts.officeShare(),
                    facts.beside(),
                    facts.approver() == null ? null : facts.approver().value());
        }
    }

    /** The contracts. */
    @Schema(name = "ContractList")
    public record ContractListResource(List<ContractResource> items) {}

    /** The capacity of a month against its promises. */
    @Schema(name = "CapacityMonth", description = "Hours of the whole team; for the current month, the rest of it")
    public record CapacityMonthResource(
            @Schema(description = "2026-11") String month,

            @Schema(description = "Hours for the plan, to the hour: contract less closed, leave and office")
            BigDecimal available,

            BigDecimal contract,
            BigDecimal closed,
            BigDecimal leave,
            BigDecimal office,

            @Schema(description = "Hours promised, by commitment, to the hour")
            Map<String, BigDecimal> promised,

            BigDecimal asked,
            boolean over) {

        static CapacityMonthResource of(Capacity.CapacityMonth month) {
            var hours = month.made();
            return new CapacityMonthResource(
                    month.month().toString(),
                    month.available(),
                    hours.contract(),
                    hours.closed(),
                    hours.leave(),
                    hours.office(),
                    month.promised().entrySet().stream()
                            .collect(Collectors.toMap(each -> each.getKey().name(), Map.Entry::getValue)),
                    month.promisedTotal(),
                    month.isOver());
        }
    }

    /** Capacity by month. */
    @Schema(name = "Capacity")
    public record CapacityResource(
            List<CapacityMonthResource> months,

            @Schema(description = "Open actions without effort, which are not counted here")
            int unsized) {}
}
