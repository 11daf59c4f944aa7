package org.convergence.cooperation.partner.web;

import java.time.LocalDate;
import org.convergence.cooperation.partner.domain.PartnerRequestQueries.PartnerRequestRow;
import org.convergence.cooperation.partner.domain.PartnerRequestService.PartnerRequestState;
import org.convergence.cooperation.partner.domain.RequestLead;
import org.convergence.cooperation.partner.web.PartnerRequestForm.RequestAnswer;
import org.convergence.cooperation.partner.web.PartnerRequestForm.RequestAnswerInput;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.TextSource;
import org.convergence.platform.text.Words;
import org.convergence.resources.appeal.AppealPermissions;
import org.convergence.resources.grant.GrantPermissions;
import org.jspecify.annotations.Nullable;

/** Words of requests. */
final class PartnerRequestFormatter {

    private PartnerRequestFormatter() {}

    /** « À répondre d’ici vendredi », or the day of our answer. */
    static String standing(PartnerRequestRow it, LocalDate today, Words t) {
        if (it.state() == PartnerRequestState.DISCARDED) {
            return t.say("partner.request.discarded.on", it.answeredOn());
        }
        return it.answeredOn() == null
                ? t.say("partner.request.promised", t.by(it.promisedOn(), today))
                : t.say(it.isUntold() ? "partner.request.untold" : "partner.request.answered", it.answeredOn());
    }

    /** What became of a request. A request that goes on as an application or an appeal was answered with a yes. */
    static String state(PartnerRequestRow it, Words t) {
        RequestLead lead = it.leadsTo();
        return t.say(
                it.state() == PartnerRequestState.ELSEWHERE && lead != null
                        ? "partner.request.state." + lead.name()
                        : it.state().key());
    }

    /** A kind text that refuses; a mark stands for the reason. */
    static String reply(PartnerRequestRow it, String ours, Words t) {
        return t.say("public.partner.reply.text", it.title(), ours, t.say("public.partner.reply.mark"));
    }

    /** The text with the reason, which is typed once. The proposed refusal is no text for a yes, which has its own. */
    static String complete(PartnerRequestRow it, RequestAnswerInput input, String ours, Words t) {
        boolean isProposed = input.answer() != RequestAnswer.REFUSED
                && input.reply()
                        .lines()
                        .toList()
                        .equals(reply(it, ours, t).lines().toList());
        String text = isProposed ? t.say("public.partner.reply.yes", it.title(), ours) : input.reply();
        return text.replace(t.say("public.partner.reply.mark"), input.reason());
    }

    /** Begins what a request becomes, filled in from it, or opens it; {@code null} if the actor may not. */
    static @Nullable Tab lead(PartnerRequestRow it, Words t) {
        RequestLead lead = it.leadsTo();
        if (lead == null) {
            return null;
        }
        String label = t.say(lead.key(it.leadUrl() != null));
        if (it.leadUrl() != null) {
            return new Tab(label, it.leadUrl(), true);
        }
        boolean isAppeal = lead == RequestLead.APPEAL;
        if (!CurrentActor.get().may(isAppeal ? AppealPermissions.EDIT : GrantPermissions.EDIT)) {
            return null;
        }
        String form = TextSource.begin(
                isAppeal ? "/resources/appeal/new" : "/resources/grant/applications/new",
                "cooperation.partner",
                it.id().value());
        return new Tab(
                label,
                isAppeal && it.organisation() != null
                        ? form + "&partner=" + it.organisation().value()
                        : form,
                false);
    }
}
