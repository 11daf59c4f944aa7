package org.convergence.cooperation.partner.web;

import java.util.List;
import org.convergence.cooperation.partner.PartnerRequestId;
import org.convergence.cooperation.partner.web.PartnerPage.PartnerFactPart;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param party the asker's page in the directory; {@code null} once it is erased
 * @param facts label and value, in order
 * @param weights the same, of how it is weighed; a weight not written yet is empty
 * @param reply the text for the partner; empty if there is none
 * @param project the project that it became; {@code null} for none
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
        @Nullable String exchange,
        boolean mayFollow,
        boolean mayReopen,
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
            ListFrame frame, List<Tab> tabs, List<Tab> states, List<PartnerRequestListItem> items, boolean mayFollow) {}

    /** A request in the list. */
    public record PartnerRequestListItem(
            String url, String title, String detail, boolean isLate, Tone tone, String state) {}

    static String url(PartnerRequestId id) {
        return LIST + "/" + id.value();
    }
}
