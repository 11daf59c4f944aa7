package org.convergence.resources.membership.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * The members on a day.
 *
 * @param lead the total and the day
 * @param categories options
 * @param tally the number of each category, in words
 * @param headcounts whether headcounts are shown
 * @param standings whether good standing and payments are shown
 * @param files addresses of the filtered list as files
 * @param none whether there is no category yet, so that the page proposes to add one
 */
public record MemberListPage(
        Form form,
        String lead,
        List<Option> categories,
        List<String> tally,
        List<MemberListRow> rows,
        boolean headcounts,
        boolean standings,
        MemberListFiles files,
        @Nullable String first,
        @Nullable String next,
        boolean mayAdmit,
        boolean none) {

    /**
     * A member.
     *
     * @param headcount in words; empty if there is none, or without the permission
     * @param standing good standing; {@code null} if not shown
     * @param paid payments; {@code null} if not shown
     */
    public record MemberListRow(
            String name,
            String shortName,
            String url,
            String category,
            String since,
            String headcount,
            boolean carriedOver,
            MembershipPart.@Nullable MemberFact standing,
            MembershipPart.@Nullable MemberFact paid) {

        MemberListRow withAccount(
                MembershipPart.@Nullable MemberFact inStanding, MembershipPart.@Nullable MemberFact havingPaid) {
            return new MemberListRow(
                    name, shortName, url, category, since, headcount, carriedOver, inStanding, havingPaid);
        }
    }

    /** Addresses of the list as a file. */
    public record MemberListFiles(String csv, String xlsx) {}

    /** Whether the list is filtered. */
    public boolean filtered() {
        return form.filled("q") || form.filled("category");
    }
}
