package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * The hours of a person for the plan (R-TIME-1): those of the contracts on working days, minus holidays and closures,
 * minus leave, minus the share for running the office. An hour is subtracted once: leave on a holiday takes nothing
 * more.
 */
final class AvailabilityPolicy {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private AvailabilityPolicy() {}

    /**
     * The hours of one person, both days included.
     *
     * @param contracts of the person
     * @param closed whether a day is a closing day
     * @param leaves of the person
     */
    static WorkingHours of(
            Collection<ContractTerms> contracts,
            Predicate<LocalDate> closed,
            Collection<Leave> leaves,
            LocalDate from,
            LocalDate to) {
        WorkingHours all = WorkingHours.NONE;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            all = all.plus(on(day, contracts, closed.test(day), leaves));
        }
        return all.rounded();
    }

    private static WorkingHours on(
            LocalDate day, Collection<ContractTerms> contracts, boolean closed, Collection<Leave> leaves) {
        List<ContractTerms> holding = contracts.stream()
                .filter(each -> each.holdsOn(day) && hours(each, day).signum() > 0)
                .toList();
        BigDecimal contract = holding.stream().map(each -> hours(each, day)).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (contract.signum() == 0) {
            return WorkingHours.NONE;
        }
        if (closed) {
            return new WorkingHours(contract, contract, BigDecimal.ZERO, BigDecimal.ZERO);
        }
        BigDecimal leave = leave(day, leaves, contract);
        BigDecimal worked = contract.subtract(leave);
        BigDecimal office = BigDecimal.ZERO;
        for (ContractTerms each : holding) {
            // Leave of a part of the day is spread over concurrent contracts in proportion to their hours.
            BigDecimal part = worked.multiply(hours(each, day)).divide(contract, MathContext.DECIMAL64);
            office = office.add(
                    part.multiply(BigDecimal.valueOf(each.officeShare())).divide(HUNDRED, MathContext.DECIMAL64));
        }
        return new WorkingHours(contract, BigDecimal.ZERO, leave, office);
    }

    private static BigDecimal hours(ContractTerms contract, LocalDate day) {
        return contract.week().hoursOn(day.getDayOfWeek());
    }

    private static BigDecimal leave(LocalDate day, Collection<Leave> leaves, BigDecimal most) {
        BigDecimal taken = BigDecimal.ZERO;
        for (Leave leave : leaves) {
            if (leave.includes(day)) {
                BigDecimal part = leave.hours();
                taken = part == null ? most : taken.add(part);
            }
        }
        return taken.min(most);
    }
}
