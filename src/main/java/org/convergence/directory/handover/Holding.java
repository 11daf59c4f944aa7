package org.convergence.directory.handover;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Ranked;
import org.convergence.platform.text.Words;

/**
 * A kind of thing that people hold, contributed by its module as a bean of one of the three nested types. A test reads
 * the database catalogue and fails for any foreign key to a person that is neither covered by a holding nor listed as
 * no responsibility.
 */
public interface Holding extends Ranked {

    /** Its stable key, also the message key of its name: {@code actionplan.holding.responsible}. */
    String key();

    /** The columns that reference the holder, as {@code schema.table.column}. */
    Set<String> columns();

    /** The outcome of these things when the person leaves. */
    HandoverOutcome outcome();

    /**
     * The things a person would still hold the day after {@code lastDay}, most urgent first, in a few queries whatever
     * their number.
     */
    List<HandoverItem> findItems(PersonId person, LocalDate lastDay, Words t);

    /** Things that pass to a successor. */
    interface TransferableHolding extends Holding {

        @Override
        default HandoverOutcome outcome() {
            return HandoverOutcome.PASSES;
        }

        /**
         * Passes things to a successor, in the caller's transaction; the caller has checked the permission.
         *
         * @return the number passed; lower than requested where some changed meanwhile
         */
        int pass(PersonId from, PersonId to, Collection<UUID> which);
    }

    /** Things that end on the last day. */
    interface EndingHolding extends Holding {

        @Override
        default HandoverOutcome outcome() {
            return HandoverOutcome.ENDS;
        }

        /** Ends things on a day, in the caller's transaction; the caller has checked the permission. */
        void end(PersonId person, Collection<UUID> which, LocalDate lastDay);
    }

    /** Things listed for the people who decide. */
    interface RemainingHolding extends Holding {

        @Override
        default HandoverOutcome outcome() {
            return HandoverOutcome.REMAINS;
        }
    }

    /** The outcome of a held thing when a person leaves. */
    public enum HandoverOutcome {
        /** The item passes to the successor. */
        PASSES,
        /** The item ends on the last day. */
        ENDS,
        /** The item neither passes nor ends by itself: it is listed for the people who decide. */
        REMAINS
    }
}
