package org.convergence.education.workshop.domain;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.convergence.education.workshop.WorkshopId;
import org.convergence.education.workshop.WorkshopRequestState;
import org.jspecify.annotations.Nullable;

/** When a request is answered, how many hours are left, and who fits (R-EDU-1, R-EDU-2). */
public final class WorkshopPolicy {

    /** Working days in which a request is answered. */
    static final int ANSWER_DAYS = 10;

    /** The largest group for one facilitator (R-EDU-2). */
    public static final int LARGEST_GROUP = 20;

    private WorkshopPolicy() {}

    /** The day by which a request is answered: {@value #ANSWER_DAYS} working days later. */
    static LocalDate promisedOn(LocalDate received, Predicate<LocalDate> closed) {
        LocalDate day = received;
        for (int left = ANSWER_DAYS; left > 0; ) {
            day = day.plusDays(1);
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (!weekend && !closed.test(day)) {
                left--;
            }
        }
        return day;
    }

    /** The time of a session, from its column. */
    public static LocalTime time(String begins) {
        return LocalTime.parse(begins);
    }

    /**
     * The hours of the team for workshops in a year.
     *
     * @param hours the capacity; {@code null} if none was entered
     * @param offered hours of dates that are offered
     * @param planned hours of sessions planned or held
     */
    public record YearCapacity(int year, @Nullable BigDecimal hours, BigDecimal offered, BigDecimal planned) {

        /** The hours left, below zero if too much is promised; {@code null} without a capacity. */
        public @Nullable BigDecimal left() {
            return hours == null ? null : hours.subtract(offered).subtract(planned);
        }
    }

    /**
     * How well a facilitator fits a workshop, a region and a day.
     *
     * @param masters whether the workshop is mastered
     * @param near whether the region is one of theirs
     * @param free whether no other session is on the day
     */
    public record FacilitatorFit(Facilitator facilitator, boolean masters, boolean near, boolean free) {

        /** Whether the facilitator can be proposed. */
        public boolean fits() {
            return masters && near && free;
        }
    }

    /** The facilitators, those that fit first; a facilitator without regions goes anywhere. */
    static List<FacilitatorFit> rank(
            Collection<Facilitator> pool, @Nullable WorkshopId workshop, @Nullable String region, Set<UUID> busy) {
        return pool.stream()
                .map(each -> new FacilitatorFit(
                        each,
                        workshop == null || each.workshops().contains(workshop.value()),
                        region == null
                                || each.regions().isEmpty()
                                || each.regions().contains(region),
                        !busy.contains(each.id().value())))
                .sorted(Comparator.comparing((FacilitatorFit fit) -> !fit.fits())
                        .thenComparing(fit -> !fit.free())
                        .thenComparing(fit -> !fit.masters())
                        .thenComparing(fit -> fit.facilitator().name()))
                .toList();
    }

    /** The states to which a request may pass by hand. */
    public static List<WorkshopRequestState> marks(WorkshopRequestState from) {
        return Arrays.stream(WorkshopRequestState.values())
                .filter(to -> mayMark(from, to))
                .toList();
    }

    static boolean mayMark(WorkshopRequestState from, WorkshopRequestState to) {
        return switch (to) {
            case CLARIFYING, STALLED, ANSWERED, DISCARDED -> from.isOpen() && from != to;
            case WITHDRAWN -> from.isOpen() || from.hasSession();
            case RECEIVED -> from != WorkshopRequestState.RECEIVED && !from.hasSession();
            default -> false;
        };
    }
}
