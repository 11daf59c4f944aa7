package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.PageSection;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
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

    /**
     * The form of an organisation.
     *
     * @param title the organisation's name, {@code null} for a new one
     * @param parents the parents of a new one, {@code null} for an existing one
     * @param called another with the same name, {@code null} for none
     */
    public record OrganisationFormPage(
            @Nullable String title,
            String action,
            String cancel,
            Form form,
            @Nullable Conflict conflict,
            OrganisationChoices choices,
            @Nullable ChooserField parents,
            OrganisationPage.@Nullable PartyLink called) {

        /** The choices and suggestions. */
        public record OrganisationChoices(List<Option> kinds, List<String> places) {

            static OrganisationChoices of(Words t) {
                return new OrganisationChoices(DirectoryFormatter.kinds(t), DirectoryFormatter.places(t));
            }
        }

        /** The rows of mail addresses and telephone numbers. */
        public List<ContactPointForm.ContactPointRow> points() {
            return ContactPointForm.rows(form);
        }
    }

    /**
     * The confirmation before a record is deleted.
     *
     * @param kind organisation or person: the key in messages
     */
    public record RecordDeletionPage(String name, String url, String kind, Form form) {}
}
