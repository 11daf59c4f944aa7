package org.convergence.cooperation.partner.web;

import java.util.List;
import org.convergence.cooperation.partner.domain.PartnerRequestService.PartnerRequestId;
import org.convergence.cooperation.partner.domain.PartnerService.PartnerId;
import org.convergence.cooperation.partner.web.PartnerPage.PartnerFactPart;
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
 * @param others what other modules do for it
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
        List<Tab> others,
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

    /**
     * A request.
     *
     * @param party the asker's page in the directory; {@code null} once it is erased
     * @param facts label and value, in order
     * @param weights the same, of how it is weighed; a weight not written yet is empty
     * @param reply the text for the partner; empty if there is none
     * @param project the project that it became; {@code null} for none
     * @param lead begins the application or appeal that it becomes, or opens it; {@code null} for none
     * @param exchange the address at which the answer is recorded as an exchange; {@code null} without the asker
     * @param answer the form that answers; {@code null} if it is answered, or without the permission
     */
    public record PartnerRequestPage(
            String url,
            String title,
            String partyName,
            @Nullable String party,
            Tone tone,
            String state,
            String standing,
            boolean isLate,
            List<PartnerFactPart> facts,
            List<PartnerFactPart> weights,
            String reply,
            @Nullable String project,
            @Nullable Tab lead,
            @Nullable String exchange,
            boolean mayFollow,
            boolean mayReopen,
            boolean mayTell,
            boolean mayDiscard,
            @Nullable Form answer) {

        static final String LIST = "/cooperation/partner/requests";

        /**
         * The form of a request.
         *
         * @param organisation choice of the asker; {@code null} if it is known
         */
        public record PartnerRequestFormPage(
                String key,
                @Nullable String about,
                String action,
                String cancel,
                Form form,
                @Nullable ChooserField organisation,
                @Nullable ChooserField person,
                ChooserField responsible) {}

        /** The list of requests. */
        public record PartnerRequestListPage(
                ListFrame frame,
                List<Tab> tabs,
                List<Tab> states,
                List<PartnerRequestListItem> items,
                boolean mayFollow) {}

        /** A request in the list. */
        public record PartnerRequestListItem(
                String url, String title, String detail, boolean isLate, Tone tone, String state) {}

        static String url(PartnerRequestId id) {
            return LIST + "/" + id.value();
        }
    }
}
