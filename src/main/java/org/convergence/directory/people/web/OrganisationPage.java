package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.directory.people.PageSection;
import org.convergence.platform.audit.History;
import org.jspecify.annotations.Nullable;

/**
 * An organisation with its people and its affiliations.
 *
 * @param ties its direct parents, present and past
 * @param above its indirect parents
 * @param members some of its members
 * @param allMembers the list of all members, {@code null} where there are no more
 */
public record OrganisationPage(
        String url,
        String title,
        String lead,
        List<Fact> facts,
        @Nullable String note,
        List<Tie> ties,
        List<Link> above,
        List<Tie> members,
        @Nullable Link allMembers,
        List<Held> functions,
        List<Held> past,
        List<PageSection> sections,
        History history,
        Gestures gestures) {

    /** A line of data; a link where it has an address. */
    public record Fact(String name, String value, @Nullable String url) {}

    /** Another record. */
    public record Link(String name, @Nullable String url) {}

    /**
     * An affiliation.
     *
     * @param detail its nature and days
     * @param edit the page that corrects it
     * @param over whether it has ended
     */
    public record Tie(Link other, String detail, String edit, boolean over) {}

    /** A function. */
    public record Held(String title, Link who, String period, String edit) {}

    /** The reader's permissions. */
    public record Gestures(boolean edits, boolean readsPeople) {}
}
