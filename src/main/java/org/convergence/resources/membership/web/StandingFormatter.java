package org.convergence.resources.membership.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.MemberAccount;
import org.convergence.resources.membership.domain.StandingPolicy;
import org.convergence.resources.membership.domain.StandingPolicy.GoodStanding;
import org.convergence.resources.membership.web.MembershipPart.MemberFact;
import org.jspecify.annotations.Nullable;

/** Formats good standing and payments, two facts besides admission (R-MEMBER-1). */
final class StandingFormatter {

    private StandingFormatter() {}

    /** « À jour », with details. */
    static MemberFact formatStanding(@Nullable MemberAccount account, LocalDate on, Words t) {
        GoodStanding standing = StandingPolicy.evaluate(account, on);
        List<String> detail = new ArrayList<>();
        if (account != null && account.overdueSince() != null && standing != GoodStanding.GOOD) {
            detail.add(t.say("membership.standing.since", account.overdueSince()));
        }
        if (account != null && account.delayUntil() != null && standing == GoodStanding.DELAYED) {
            detail.add(t.say("membership.standing.delay", account.delayUntil()));
        }
        if (standing == GoodStanding.LATE) {
            detail.add(t.say("membership.standing.no-right-lost"));
        }
        return new MemberFact(
                t.say("membership.fact.standing"), standing.tone(), t.say(standing.key()), String.join(" · ", detail));
    }

    /** « Rien à payer », whether dues were paid, credited or written off, with the day of the last payment. */
    static MemberFact formatPayment(@Nullable MemberAccount account, Words t) {
        String title = t.say("membership.fact.paid");
        if (account == null) {
            return new MemberFact(title, Tone.REST, t.say("membership.paid.unknown"), "");
        }
        boolean all = account.owed().isEmpty();
        return new MemberFact(
                title,
                all ? Tone.OK : Tone.ACTIVE,
                all
                        ? t.say("membership.paid.all")
                        : t.say(
                                "membership.paid.left",
                                t.list(account.owed().stream()
                                        .map(it -> t.money(it))
                                        .toList())),
                account.paidOn() == null ? "" : t.say("membership.paid.on", account.paidOn()));
    }
}
