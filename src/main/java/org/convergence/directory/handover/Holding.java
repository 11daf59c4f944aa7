package org.convergence.directory.handover;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.text.Words;

/**
 * A kind of thing that a person holds, contributed by the module that knows it: a bean of one of the three types within, by
 * what becomes of it. A house test reads the database's catalogue and fails for any key to a person that no holding answers
 * for, and that is not said to be no responsibility.
 */
public interface Holding {

    /** Stable word for it, which is also the message with its name: {@code actionplan.holding.responsible}. */
    String key();

    /** Place on the page, in tens. */
    int order();

    /** The columns that point to who holds, as {@code schema.table.column}. */
    Set<String> columns();

    /** What becomes of it. */
    Fate fate();

    /** What someone would still hold on the day after her last one, what presses first; few queries, however much it is. */
    List<Held> of(PersonId person, LocalDate lastDay, Words t);

    /** What passes to a successor. */
    interface Passing extends Holding {

        @Override
        default Fate fate() {
            return Fate.PASSES;
        }

        /**
         * Passes some of it on, in the transaction of the caller, who has checked that it may be done.
         *
         * @return how many did pass; fewer than asked for where somebody changed it meanwhile
         */
        int pass(PersonId from, PersonId to, Collection<UUID> which);
    }

    /** What ends on the last day. */
    interface Ending extends Holding {

        @Override
        default Fate fate() {
            return Fate.ENDS;
        }

        /** Ends some of it on a day, in the transaction of the caller, who has checked that it may be done. */
        void end(PersonId person, Collection<UUID> which, LocalDate lastDay);
    }

    /** What whoever decides is told of. */
    interface Remaining extends Holding {

        @Override
        default Fate fate() {
            return Fate.REMAINS;
        }
    }
}
