package org.convergence.plan.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * What pays the hours of the team, beside its capacity: weeks without a subsidised position, and calls that could fill
 * them. Each bean gives one of the two, and an empty list to an actor who may not see it.
 */
public interface CapacityFundingSource {

    /** Whole weeks in a row, from a Monday to a Sunday. */
    record UnsubsidisedWeeks(LocalDate from, LocalDate to) {

        public long count() {
            return ChronoUnit.WEEKS.between(from, to.plusDays(1));
        }
    }

    /**
     * A call to which an application may still be sent.
     *
     * @param deadline {@code null} if it accepts applications all year
     */
    record FundingCall(
            String title,
            String detail,
            String url,
            @Nullable LocalDate deadline) {}

    /** The weeks without a subsidised position that last or are to come; none where no position ever was. */
    default List<UnsubsidisedWeeks> findUnsubsidisedWeeks(LocalDate today, LocalDate until) {
        return List.of();
    }

    /** The calls that close between two days, the first deadline first, and those open all year. */
    default List<FundingCall> findCalls(LocalDate today, LocalDate until, Words t) {
        return List.of();
    }
}
