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
 * Proposes hours for a person's time sheet (from realisations, calendars …): a bean of this type. A proposal is shown
 * in the sheet until its owner saves or changes it; nothing is stored before.
 */
public interface TimeProposalSource {

    /**
     * Proposals for a week of the current actor.
     *
     * @param me the current actor
     * @param days Monday to Sunday
     * @param working those of them that are working days of the actor
     */
    List<ProposedHours> propose(PersonId me, List<LocalDate> days, Collection<LocalDate> working);

    /**
     * Proposed hours.
     *
     * @param hours above zero; shared by the actions in equal parts
     * @param actions lines of the plan served; empty if none
     * @param realisation in which the actor took part; {@code null} for none
     * @param since when it became known: what was visible at the last save is not proposed again
     */
    record ProposedHours(
            LocalDate day,
            BigDecimal hours,
            Set<ActionId> actions,
            @Nullable RealisationId realisation,
            Instant since) {

        public ProposedHours {
            actions = Set.copyOf(actions);
        }
    }
}
