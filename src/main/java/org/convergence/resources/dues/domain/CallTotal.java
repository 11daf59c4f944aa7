package org.convergence.resources.dues.domain;

import java.util.List;
import org.joda.money.Money;

/**
 * All members of a call together.
 *
 * @param askable of how many an invoice can be issued, and what these come to
 * @param issued how many invoices there are, what they come to, and what is still owed of them
 * @param lacking names of members whose amount cannot be said, at most some
 * @param unreachable names of members without an address, at most some
 * @param returned names of members at whose address letters came back, at most some
 * @param refusing those who may not be asked, and why, at most some
 * @param unsigned how many letters go to people and cannot be signed in full yet (R-CASL-9)
 * @param byPost how many are printed
 * @param excluded how many are left out
 * @param askedBefore how many have an invoice for some of the same time
 * @param leaving how many leave before that time begins
 * @param gone how many were asked who are members on the reference date no more
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
        List<Refusing> refusing,
        int unsigned,
        int byPost,
        int excluded,
        int askedBefore,
        int leaving,
        int gone,
        int carriedOver) {

    /**
     * Who may not be asked.
     *
     * @param reason key of the sentence that says why
     */
    public record Refusing(String name, String reason) {}
}
