package org.convergence.cooperation.partner.web;

import java.time.LocalDate;
import org.convergence.cooperation.partner.domain.PartnerRequestQueries.PartnerRequestRow;
import org.convergence.platform.text.Words;

/** Words of requests. */
final class PartnerRequestFormatter {

    private PartnerRequestFormatter() {}

    /** « À répondre d’ici vendredi », or the day of our answer. */
    static String standing(PartnerRequestRow it, LocalDate today, Words t) {
        return it.answeredOn() == null
                ? t.say("partner.request.promised", t.by(it.promisedOn(), today))
                : t.say(it.isUntold() ? "partner.request.untold" : "partner.request.answered", it.answeredOn());
    }

    /** A kind text that refuses; a mark stands for the reason. */
    static String reply(PartnerRequestRow it, String ours, Words t) {
        return t.say("partner.request.reply.text", it.title(), ours, t.say("partner.request.reply.mark"));
    }

    /** The text with the reason, which is typed once. */
    static String complete(String reply, String reason, Words t) {
        return reply.replace(t.say("partner.request.reply.mark"), reason);
    }
}
