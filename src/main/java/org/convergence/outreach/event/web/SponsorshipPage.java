package org.convergence.outreach.event.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.outreach.event.SponsorshipId;
import org.convergence.outreach.event.domain.Event;
import org.convergence.outreach.event.domain.Sponsorship;
import org.convergence.outreach.event.domain.Sponsorship.SponsorshipState;
import org.convergence.plan.checklist.ChecklistPart;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * A sponsorship with what was promised in return, as tasks.
 *
 * @param invoice the form of its invoice, in the organisation's first language
 * @param languages those that its invoice may be in
 */
public record SponsorshipPage(
        Event event,
        Sponsorship it,
        boolean isToCredit,
        ChecklistPart tasks,
        boolean mayEdit,
        boolean mayDecide,
        boolean mayInvoice,
        Form invoice,
        List<Option> languages) {

    static final String PATH = EventPage.LIST + "/sponsorships/";

    static String url(SponsorshipId id) {
        return PATH + id.value();
    }

    public String url() {
        return url(it.id());
    }

    /** Whether the reader may issue its invoice now. */
    public boolean isToInvoice() {
        return mayInvoice && it.state() == SponsorshipState.ACCEPTED && it.amount() != null && it.invoice() == null;
    }

    /**
     * A form about a sponsorship.
     *
     * @param step which form it is
     * @param about the sponsor; {@code null} for a new one
     * @param sponsor the choice of the organisation; {@code null} for a decision
     * @param decisions the latest decisions, to cite one
     */
    public record SponsorshipFormPage(
            String step,
            Event event,
            @Nullable String about,
            String action,
            String cancel,
            Form form,
            @Nullable ChooserField sponsor,
            List<Option> decisions) {}
}
