package org.convergence.resources.membership.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * The members on a day.
 *
 * @param lead how many in all, on which day
 * @param categories to choose from
 * @param tally how many of each category, in words
 * @param headcounts whether headcounts are shown
 * @param standings whether good standing and payments are shown
 * @param files the addresses of exactly what is filtered, as files
 * @param none whether there is no category yet, so that one begins with them
 */
public record MembersPage(
        Form form,
        String lead,
        List<Option> categories,
        List<String> tally,
        List<Row> rows,
        boolean headcounts,
        boolean standings,
        Files files,
        @Nullable String first,
        @Nullable String next,
        boolean mayAdmit,
        boolean none) {

    /**
     * A member.
     *
     * @param headcount in words, empty where nothing was said or where it may not be seen
     * @param standing whether it is in good standing; {@code null} where that is not shown
     * @param paid what is paid; {@code null} where that is not shown
     */
    public record Row(
            String name,
            String shortName,
            String url,
            String category,
            String since,
            String headcount,
            boolean carriedOver,
            MembershipPart.@Nullable Fact standing,
            MembershipPart.@Nullable Fact paid) {

        Row with(MembershipPart.@Nullable Fact inStanding, MembershipPart.@Nullable Fact havingPaid) {
            return new Row(name, shortName, url, category, since, headcount, carriedOver, inStanding, havingPaid);
        }
    }

    /** The same as a file. */
    public record Files(String csv, String xlsx) {}

    /** Whether anything narrows the list. */
    public boolean filtered() {
        return form.filled("q") || form.filled("category");
    }
}
