package org.convergence.outreach.exhibition.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.convergence.outreach.exhibition.domain.Exhibition.TravelDays;
import org.convergence.plan.realisation.DayRange;
import org.jspecify.annotations.Nullable;

/** Rules of the circuit: which days a stop takes, and when the next one may open (R-EVT-11). */
public final class ExhibitionPolicy {

    private ExhibitionPolicy() {}

    /** The days that a stop takes: mounting before it, dismantling and the transport to the next one after it. */
    public static DayRange held(DayRange open, TravelDays travel) {
        return new DayRange(
                open.from().minusDays(travel.mount()),
                open.to().plusDays(travel.dismount()).plusDays(travel.transport()));
    }

    /**
     * The first day on which a stop of the same length may open: the day wanted if it is free, else one to come.
     *
     * @param taken the days of the other stops
     */
    public static LocalDate firstOpening(List<DayRange> taken, TravelDays travel, DayRange wanted, LocalDate today) {
        long length = wanted.to().toEpochDay() - wanted.from().toEpochDay();
        LocalDate opening = wanted.from();
        List<DayRange> ordered = taken.stream()
                .sorted(Comparator.comparing(DayRange::from).thenComparing(DayRange::to))
                .toList();
        for (DayRange each : ordered) {
            DayRange held = held(new DayRange(opening, opening.plusDays(length)), travel);
            if (!each.from().isAfter(held.to()) && !each.to().isBefore(held.from())) {
                LocalDate free = each.to().plusDays(1);
                opening = (free.isBefore(today) ? today : free).plusDays(travel.mount());
            }
        }
        return opening;
    }

    /**
     * The days to come on which a stop may be open, between two others; empty if none fits.
     *
     * @param after {@code null} after the last stop: without end
     */
    public static Optional<DayRange> openBetween(
            DayRange before, @Nullable DayRange after, TravelDays travel, LocalDate today) {
        LocalDate free = before.to().plusDays(1);
        LocalDate from = (free.isBefore(today) ? today : free).plusDays(travel.mount());
        LocalDate to = after == null
                ? LocalDate.MAX
                : after.from().minusDays(1).minusDays(travel.transport()).minusDays(travel.dismount());
        return to.isBefore(from) ? Optional.empty() : Optional.of(new DayRange(from, to));
    }
}
