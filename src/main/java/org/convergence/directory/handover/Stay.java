package org.convergence.directory.handover;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/** From when to when someone is here, contributed by the modules that know it (contracts, roles): a bean of this type. */
public interface Stay {

    /**
     * From a day to a day.
     *
     * @param to the last day, {@code null} where none is known
     */
    record Span(PersonId person, LocalDate from, @Nullable LocalDate to) {}

    /** Hers, those that are over too. */
    List<Span> of(PersonId person);

    /** Those whose last day lies between two, for who is reminded of departures; none where that is no departure. */
    default List<Span> ending(LocalDate from, LocalDate to) {
        return List.of();
    }
}
