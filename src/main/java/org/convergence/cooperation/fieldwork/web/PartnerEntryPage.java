package org.convergence.cooperation.fieldwork.web;

import java.util.List;
import org.convergence.cooperation.fieldwork.PartnerEntryId;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryKind;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.audit.ChangeHistory.HistoryDetail;
import org.convergence.platform.document.Document;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The page of an entry.
 *
 * @param photograph what is missing of the photograph; {@code null} if it is here or none was taken
 * @param became the page of what it became
 * @param changes what the row of a workbook said before, and says now; empty if it did not change
 * @param accept the form to accept it; {@code null} unless it waits and the reader may
 * @param isForAccountant whether it waits for the accountant, and the reader may only return it
 * @param rate where the rate that is lacking is added; {@code null} for none
 * @param back the form to return it; {@code null} unless it waits and the reader may
 * @param draft the form of a draft that the partner confirmed by message; {@code null} unless it is one and the reader may
 * @param isDayDoubtful whether its day is doubtful
 * @param served the lines of the plan that what happened may serve
 * @param lines the budget lines that can bear an expense, or the indicators in which a figure can be counted
 * @param titleHelp that the proposed title is in another language than our papers; {@code null} if it is not
 */
public record PartnerEntryPage(
        String url,
        String partner,
        String partnerUrl,
        PartnerEntryKind kind,
        Tone tone,
        String state,
        List<EntryFact> facts,
        @Nullable Document picture,
        @Nullable String photograph,
        @Nullable String became,
        List<HistoryDetail> changes,
        @Nullable Form accept,
        boolean isForAccountant,
        @Nullable String rate,
        @Nullable Form back,
        @Nullable Form draft,
        boolean isDayDoubtful,
        List<Option> served,
        List<OptionGroup> lines,
        @Nullable String titleHelp) {

    static final String LIST = "/cooperation/fieldwork";

    /** Whether it waits a second time, and what it became before stays. */
    public boolean isChanged() {
        return accept != null && became != null;
    }

    /** A labelled value. */
    public record EntryFact(String label, String value) {}

    /** The list of entries. */
    public record PartnerEntryListPage(
            ListFrame frame, List<Tab> tabs, List<PartnerEntryListItem> items, boolean mayFollow) {}

    /** An entry in the list. */
    public record PartnerEntryListItem(String url, String title, String detail, Tone tone, String state) {}

    /** The form for a message that becomes a draft. */
    public record PastePage(Form form, ChooserField organisation, List<Option> languages) {}

    /**
     * The links of partners.
     *
     * @param made the link just made; {@code null} for none
     */
    public record PartnerLinksPage(
            @Nullable PartnerSecret made,
            Form form,
            ChooserField organisation,
            List<Option> languages,
            List<Option> countries,
            List<NotesLinkPart> links) {}

    /**
     * What is shown once.
     *
     * @param url {@code null} for a new PIN of a link that stays
     */
    public record PartnerSecret(@Nullable String url, String pin) {}

    /** A link in the list; one that ends soon can be extended. */
    public record NotesLinkPart(
            String id,
            String url,
            String title,
            String detail,
            boolean endsSoon,
            boolean isEnded,
            List<PartnerDevicePart> devices) {}

    /** A telephone in the list. */
    public record PartnerDevicePart(String device, String detail, boolean isForgotten) {}

    static String url(PartnerEntryId id) {
        return LIST + "/" + id.value();
    }
}
