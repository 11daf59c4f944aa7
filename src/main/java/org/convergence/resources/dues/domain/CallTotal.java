package org.convergence.resources.dues.domain;

import java.util.List;
import org.joda.money.Money;

/**
 * The totals of a call.
 *
 * @param askable how many members can be invoiced, with the sums in {@code sums}
 * @param issued how many invoices are issued, with their sums and what is still owed
 * @param lacking names of members without a computable amount, limited
 * @param unreachable names of members without an address, limited
 * @param returned names of members with a bounced address, limited
 * @param refusing members that cannot be written to, with the reason, limited
 * @param unsigned how many letters to people lack a complete sender's identification (R-CASL-9)
 * @param byPost how many letters are printed
 * @param excluded how many members are excluded
 * @param askedBefore how many members are already invoiced for part of the period
 * @param leaving how many members leave before the period begins
 * @param gone how many invoiced members are no longer members on the reference date
 * @param carriedOver how many headcounts are a year old or more
 */
public record CallTotal(
        int members,
        int askable,
        List<Money> sums,
        int issued,
        List<Money> asked,
        List<Money> owed,
        int lackingMany,
        List<String> lacking,
        int unreachableMany,
        List<String> unreachable,
        int returnedMany,
        List<String> returned,
        int refusingMany,
        List<RefusedMember> refusing,
        int unsigned,
        int byPost,
        int excluded,
        int askedBefore,
        int leaving,
        int gone,
        int carriedOver) {

    /**
     * A member that cannot be written to.
     *
     * @param reason message key of the reason
     */
    public record RefusedMember(String name, String reason) {}
}
