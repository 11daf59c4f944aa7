package org.convergence.directory.handover;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The periods during which a person is here, contributed as a bean by the modules that know them (contracts, roles).
 */
public interface TenureSource {

    /**
     * A period.
     *
     * @param to the last day, {@code null} where none is known
     */
    record TenurePeriod(
            PersonId person, LocalDate from, @Nullable LocalDate to) {}

    /** The periods of a person, including past ones. */
    List<TenurePeriod> findPeriods(PersonId person);

    /** Message key of what ends with such a period: a contract, a mandate, an access. */
    default String endingKey() {
        return "handover.card.leaves";
    }

    /** The periods that end between two days, for reminders of departures; empty where an end is no departure. */
    default List<TenurePeriod> findEnding(LocalDate from, LocalDate to) {
        return List.of();
    }
}
