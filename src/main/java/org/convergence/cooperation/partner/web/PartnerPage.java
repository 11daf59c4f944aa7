package org.convergence.cooperation.partner.web;

import java.util.List;
import org.convergence.cooperation.partner.PartnerId;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A partner.
 *
 * @param silence since when it is silent, in words
 * @param facts label and value, in order
 * @param exchange the address at which an exchange is recorded
 * @param form adds something due, or an agreement; {@code null} without the permission
 */
public record PartnerPage(
        String url,
        String name,
        String party,
        Tone tone,
        String stage,
        String silence,
        List<PartnerFactPart> facts,
        List<PartnerDuePart> ours,
        List<PartnerDuePart> theirs,
        List<PartnerLinkPart> projects,
        List<PartnerLinkPart> requests,
        List<PartnerLinkPart> agreements,
        List<PartnerLinkPart> exchanges,
        List<PartnerLinkPart> visits,
        String exchange,
        @Nullable Form form) {

    static final String LIST = "/cooperation/partner";

    /** A fact of the relation. */
    public record PartnerFactPart(String label, String value) {}

    /**
     * Something due.
     *
     * @param url its address, to which gestures are added
     */
    public record PartnerDuePart(String url, String what, String when, boolean isLate, boolean isDone) {}

    /**
     * A project, request, agreement, exchange or visit.
     *
     * @param url its page; {@code null} for none
     * @param remove the address that removes it; {@code null} if it cannot be removed here
     */
    public record PartnerLinkPart(
            String title,
            String detail,
            @Nullable String url,
            @Nullable String remove) {}

    /**
     * The form of a partner.
     *
     * @param organisation choice of the partner; {@code null} if it is known
     */
    public record PartnerFormPage(
            String key,
            @Nullable String about,
            String action,
            String cancel,
            Form form,
            @Nullable ChooserField organisation,
            @Nullable ChooserField person,
            ChooserField ourLead,
            ChooserField theirLead) {}

    /** The list of partners. */
    public record PartnerListPage(ListFrame frame, List<Tab> tabs, List<PartnerListItem> items, boolean mayFollow) {}

    /** A partner in the list. */
    public record PartnerListItem(String url, String name, String detail, String silence, Tone tone, String stage) {}

    /**
     * The relation in short, on the partner's page of the directory.
     *
     * @param dues what is due both ways and not done
     */
    public record PartnerSummaryPage(
            String url,
            Tone tone,
            String stage,
            String silence,
            List<PartnerFactPart> facts,
            List<PartnerDuePart> dues,
            List<PartnerLinkPart> projects) {}

    static String url(PartnerId id) {
        return LIST + "/" + id.value();
    }

    /** Partners, and their requests. */
    static List<Tab> tabs(boolean requests, Words t) {
        return List.of(
                new Tab(t.say("partner.tab.requests"), PartnerRequestPage.LIST, requests),
                new Tab(t.say("partner.tab.partners"), LIST, !requests));
    }
}
