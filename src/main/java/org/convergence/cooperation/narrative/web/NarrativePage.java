package org.convergence.cooperation.narrative.web;

import java.util.List;
import org.convergence.cooperation.narrative.NarrativeReportId;
import org.convergence.cooperation.narrative.domain.NarrativePassage.NarrativePassageId;
import org.convergence.cooperation.narrative.domain.NarrativeSection.NarrativeSectionId;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A report.
 *
 * @param facts the funder, the deliverable, the project, the period; with the address of their page, or an empty one
 * @param lacks what hinders the filing
 * @param remarks what should be looked at: passages left out, facts that changed, variances without explanation
 * @param differences since the filing; {@code null} if it is not filed
 * @param canShow whether written passages can be shown to their partners
 * @param forDeliverable whether it is for a deliverable of the agreement, which is handed in with it
 * @param handIn the form in which people note that they handed it in; {@code null} unless it is filed and not handed in
 */
public record NarrativePage(
        String url,
        int version,
        String title,
        Tone tone,
        String state,
        @Nullable String looked,
        List<LabelledLink> facts,
        List<String> lacks,
        List<LabelledLink> remarks,
        @Nullable List<LabelledLink> differences,
        List<SectionPart> sections,
        boolean isOpen,
        boolean canShow,
        boolean maySubmit,
        boolean mayApprove,
        boolean mayTakeUp,
        boolean mayFile,
        boolean forDeliverable,
        @Nullable Form handIn,
        boolean mayUndoHandIn,
        boolean mayRemove,
        ChangeHistory history) {

    static final String LIST = "/cooperation/narrative";

    /** A text with what it is about, and where to open that; an empty address for no page. */
    public record LabelledLink(String label, String text, String url) {}

    /** A piece of a text: an inserted fact has a source and its address, our own words have none. */
    public record SourcedText(String text, @Nullable String source, String url) {}

    /**
     * A section.
     *
     * @param url of its form; {@code null} if its text may not change
     */
    public record SectionPart(
            @Nullable String url,
            String heading,
            String instruction,
            String length,
            boolean isTooLong,
            List<SourcedText> pieces,
            List<PassagePart> passages) {}

    /**
     * A passage that speaks of a partner.
     *
     * @param url its page; {@code null} for readers, who see only what the partner agreed to
     */
    public record PassagePart(
            @Nullable String url, String partner, String body, Tone tone, String standing, boolean isInFile) {}

    /**
     * A fact that can be inserted.
     *
     * @param warnings below its target without explanation, not approved yet, claimed in another report
     * @param isInserted whether the section has it already
     * @param isPartners whether it goes in a partner's passage
     */
    public record InsertableFact(
            String key,
            String label,
            String text,
            String url,
            List<String> warnings,
            boolean isInserted,
            boolean isPartners) {}

    /** Facts of one kind. */
    public record FactGroup(String id, String title, List<InsertableFact> facts) {}

    /** The facts of a report, or those beside a section. */
    public record FactsPage(
            String url,
            String title,
            List<FactGroup> groups,
            @Nullable String silenced) {}

    /** A fact inserted in a section; {@code today} in other words, {@code null} if it did not change. */
    public record InsertedPart(
            String url,
            String label,
            String evidence,
            @Nullable String today,
            boolean canRefresh) {}

    /**
     * The form of a section.
     *
     * @param length of the whole section: its text and the passages with their partner's yes
     * @param limit what the text may have beside those passages; {@code null} for no limit
     * @param previous the text of the report before; {@code null} if there is none
     */
    public record SectionPage(
            String url,
            String report,
            String about,
            String heading,
            String instruction,
            String length,
            @Nullable String most,
            @Nullable Integer limit,
            boolean isTooLong,
            Form form,
            @Nullable Conflict conflict,
            @Nullable LabelledLink previous,
            FactsPage facts,
            List<InsertedPart> inserted,
            List<PassagePart> passages,
            List<Option> partners,
            ChangeHistory history) {}

    /**
     * The form of a passage.
     *
     * @param correction the partner's own text; {@code null} for none
     * @param figures that the partner sent and we accepted, as sentences
     * @param mayRemove whether its partner has not answered
     */
    public record PassagePage(
            String url,
            int version,
            String report,
            String heading,
            String partner,
            Tone tone,
            String standing,
            String reading,
            @Nullable String correction,
            List<String> figures,
            boolean isOpen,
            boolean mayRemove,
            Form form,
            @Nullable Conflict conflict,
            ChangeHistory history) {}

    /** The form of a new report. */
    public record NewNarrativePage(Form form, List<Option> projects, List<Option> dues, ChooserField funder) {}

    /** The form that adds sections. */
    public record NewSectionsPage(String url, String about, Form form, List<Option> earlier) {}

    /**
     * The funders' own files for the reports of a project.
     *
     * @param form adds one; {@code null} without the permission
     */
    public record NarrativeFormListPage(
            String url,
            String report,
            String title,
            @Nullable Form form,
            List<LabelledLink> forms) {}

    /** Where each section of a report goes in a funder's file. */
    public record NarrativeFormPage(
            String url,
            String forms,
            String name,
            int version,
            String file,
            Form form,
            List<String> headings,
            List<String> places) {}

    /** The list of reports. */
    public record NarrativeListPage(ListFrame frame, List<Tab> tabs, List<NarrativeItem> items, boolean mayEdit) {}

    /** A report in the list. */
    public record NarrativeItem(String url, String title, String detail, boolean isLate, Tone tone, String state) {}

    static String url(NarrativeReportId id) {
        return LIST + "/" + id.value();
    }

    static String url(NarrativeSectionId id) {
        return LIST + "/sections/" + id.value();
    }

    static String url(NarrativePassageId id) {
        return LIST + "/passages/" + id.value();
    }
}
