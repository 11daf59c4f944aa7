package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.directory.people.PageSection;
import org.convergence.platform.audit.History;
import org.jspecify.annotations.Nullable;

/**
 * An organisation with its people and its place among the others.
 *
 * @param ties those to which it belongs or belonged itself
 * @param above those to which it belongs through them
 * @param members some of those that belong to it
 * @param allMembers the list of all of them, {@code null} where there are no more
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

    /** Something known of it; a link where it has an address. */
    public record Fact(String name, String value, @Nullable String url) {}

    /** Another record. */
    public record Link(String name, @Nullable String url) {}

    /**
     * That it belongs to another, or another to it.
     *
     * @param detail in which way and since when
     * @param edit where it is corrected
     * @param over whether it has ended
     */
    public record Tie(Link other, String detail, String edit, boolean over) {}

    /** A function. */
    public record Held(String title, Link who, String period, String edit) {}

    /** What this person may do. */
    public record Gestures(boolean edits, boolean readsPeople) {}
}
