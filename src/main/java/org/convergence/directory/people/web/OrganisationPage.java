package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.directory.people.PageSection;
import org.convergence.platform.audit.ChangeHistory;
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
        List<PartyFact> facts,
        @Nullable String note,
        List<AffiliationRow> ties,
        List<PartyLink> above,
        List<AffiliationRow> members,
        @Nullable PartyLink allMembers,
        List<HeldFunctionRow> functions,
        List<HeldFunctionRow> past,
        List<PageSection> sections,
        ChangeHistory history,
        OrganisationActions gestures) {

    /** A line of data; a link where it has an address. */
    public record PartyFact(
            String name, String value, @Nullable String url) {}

    /** Another record. */
    public record PartyLink(String name, @Nullable String url) {}

    /**
     * An affiliation.
     *
     * @param detail its nature and days
     * @param edit the page that corrects it
     * @param over whether it has ended
     */
    public record AffiliationRow(PartyLink other, String detail, String edit, boolean over) {}

    /** A function. */
    public record HeldFunctionRow(String title, PartyLink who, String period, String edit) {}

    /** The reader's permissions. */
    public record OrganisationActions(boolean edits, boolean readsPeople) {}
}
