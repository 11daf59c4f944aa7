package org.convergence.resources.delegation.domain;

import org.convergence.resources.delegation.domain.StepTable.BylawLine;
import org.convergence.resources.membership.domain.HeadcountPolicy.EffectiveHeadcount;
import org.jspecify.annotations.Nullable;

/** Delegates and votes of a member (R-DELEG-1, R-DELEG-2). */
public final class DelegationPolicy {

    private DelegationPolicy() {}

    /** The reason for the numbers, or for their absence. */
    public enum DelegationGround {
        /** Given by the table in force. */
        TABLE,
        /** Removed by a decision. */
        SUSPENDED,
        /** No table is in force for the category. */
        NO_TABLE,
        /** The table needs a headcount, and none is known. */
        NO_HEADCOUNT
    }

    /**
     * Delegates and votes, with the reason.
     *
     * @param delegates {@code null} if unknown
     * @param votes {@code null} if unknown
     * @param line of the table; {@code null} if none applies
     */
    public record DelegationRight(
            DelegationGround ground,
            @Nullable Integer delegates,
            @Nullable Integer votes,
            @Nullable BylawLine line) {}

    /**
     * The rights of one member. Payments do not matter: only a decision removes rights.
     *
     * @param used its headcount; {@code null} if unknown
     */
    public static DelegationRight evaluate(
            @Nullable StepTable table, @Nullable EffectiveHeadcount used, boolean suspended) {
        if (suspended) {
            return new DelegationRight(DelegationGround.SUSPENDED, 0, 0, null);
        }
        if (table == null) {
            return new DelegationRight(DelegationGround.NO_TABLE, null, null, null);
        }
        if (used == null && !table.isSameForAll()) {
            return new DelegationRight(DelegationGround.NO_HEADCOUNT, null, null, null);
        }
        BylawLine line =
                table.lineFor(used == null ? 0 : used.headcount().facts().number());
        return new DelegationRight(DelegationGround.TABLE, line.delegates(), line.votes(), line);
    }
}
