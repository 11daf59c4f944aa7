package org.convergence.resources.delegation.domain;

import org.convergence.resources.delegation.domain.StepTable.Written;
import org.convergence.resources.membership.domain.HeadcountPolicy.Used;
import org.jspecify.annotations.Nullable;

/** How many delegates and votes a member has (R-DELEG-1, R-DELEG-2). */
public final class DelegationPolicy {

    private DelegationPolicy() {}

    /** Why there are so many, or why nobody can say. */
    public enum Ground {
        /** By the table that is in force. */
        TABLE,
        /** A decision took them away. */
        SUSPENDED,
        /** No table is in force for the category. */
        NO_TABLE,
        /** The table asks for a headcount, and none is known. */
        NO_HEADCOUNT
    }

    /**
     * What follows.
     *
     * @param delegates {@code null} where nobody can say
     * @param votes {@code null} where nobody can say
     * @param line of the table, {@code null} where none was reached
     */
    public record Right(
            Ground ground,
            @Nullable Integer delegates,
            @Nullable Integer votes,
            @Nullable Written line) {}

    /**
     * The rights of one member. Whether it paid is not asked: only a decision takes rights away.
     *
     * @param used its headcount, {@code null} where none is known
     */
    public static Right of(@Nullable StepTable table, @Nullable Used used, boolean suspended) {
        if (suspended) {
            return new Right(Ground.SUSPENDED, 0, 0, null);
        }
        if (table == null) {
            return new Right(Ground.NO_TABLE, null, null, null);
        }
        if (used == null && !table.isSameForAll()) {
            return new Right(Ground.NO_HEADCOUNT, null, null, null);
        }
        Written line = table.at(used == null ? 0 : used.headcount().facts().number());
        return new Right(Ground.TABLE, line.delegates(), line.votes(), line);
    }
}
