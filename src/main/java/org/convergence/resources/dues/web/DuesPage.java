package org.convergence.resources.dues.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * What a call would ask of each member.
 *
 * @param lead the reference date, in words
 * @param sums what it comes to, one for each currency
 * @param notes what asks for an eye before a call: amounts that cannot be said, old headcounts, missing addresses
 * @param none whether no rate was adopted yet, so that one begins with them
 */
public record DuesPage(
        Form form,
        String lead,
        List<String> sums,
        List<String> notes,
        List<Row> rows,
        @Nullable String first,
        @Nullable String next,
        boolean none) {

    /**
     * A member.
     *
     * @param headcount in words; empty where nobody is counted
     * @param amount in words; empty where it cannot be said
     * @param how how it came to be, in one sentence, or what stands in the way
     * @param difference from a year earlier; empty where it cannot be said
     * @param lacks whether no amount can be said
     */
    public record Row(
            String name, String url, String headcount, String amount, String how, String difference, boolean lacks) {}
}
