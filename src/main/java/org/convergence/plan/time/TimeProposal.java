package org.convergence.plan.time;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.RealisationId;
import org.jspecify.annotations.Nullable;

/**
 * Contributed by who knows how somebody spent her days (realisations, calendars …): a bean of this type. What is proposed
 * stands in her sheet until she saves it or changes it; nothing is kept without her.
 */
public interface TimeProposal {

    /**
     * What is known of the week of whoever acts.
     *
     * @param me herself
     * @param days Monday to Sunday
     * @param working those of them on which she works
     */
    List<Proposed> of(PersonId me, List<LocalDate> days, Collection<LocalDate> working);

    /**
     * Some hours.
     *
     * @param hours above zero; shared by the actions in equal parts
     * @param actions of the plan that they served; none for hours that served none
     * @param realisation in which she took part; {@code null} for none
     * @param since when it became known: what she had seen when she saved last is not proposed again
     */
    record Proposed(
            LocalDate day,
            BigDecimal hours,
            Set<ActionId> actions,
            @Nullable RealisationId realisation,
            Instant since) {

        public Proposed {
            actions = Set.copyOf(actions);
        }
    }
}
