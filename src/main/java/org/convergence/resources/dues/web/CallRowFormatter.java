package org.convergence.resources.dues.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.convergence.directory.people.PartyUrls;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.domain.AdoptedRate;
import org.convergence.resources.dues.domain.BillingRecipients;
import org.convergence.resources.dues.domain.CallLineQueries.CallLine;
import org.convergence.resources.dues.domain.CallLineState;
import org.convergence.resources.dues.domain.DuesAmount;
import org.convergence.resources.dues.domain.DuesCallService;
import org.convergence.resources.dues.domain.DuesFormatter;
import org.convergence.resources.dues.domain.MemberAssessment;
import org.convergence.resources.dues.domain.NotInvoicedReason;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Formats a line of a call. */
final class CallRowFormatter {

    private CallRowFormatter() {}

    static CallPage.CallMemberRow row(
            CallLine line,
            DuesCallService.StoredCall call,
            LocalDate today,
            boolean keeps,
            @Nullable String letter,
            Words t) {
        MemberAssessment share = line.share();
        InvoiceQueries.InvoiceSummary invoice = line.invoice();
        Money asked = line.asked();
        Money amount = asked == null ? line.amount() : asked;
        CallLineState stands = line.state(today);
        String state = state(line, t);
        return new CallPage.CallMemberRow(
                share.member().name(),
                PartyUrls.of(share.member().member()),
                HeadcountFormatter.describe(share, t),
                amount == null ? "" : t.money(amount),
                describeComputation(line, call, t),
                difference(share, call, t),
                recipient(share, t),
                invoice == null ? null : invoice.number(),
                invoice == null
                        ? null
                        : "/resources/ledger/invoices/" + invoice.id().value(),
                tone(stands),
                stands == CallLineState.NOT_INVOICED ? state : t.say(stands.key()),
                letter,
                keeps && call.issuedOn() == null
                        ? DuesUrls.call(call.id()) + "/members/"
                                + share.member().id().value()
                        : null,
                line.excluded() != null);
    }

    private static @Nullable Tone tone(CallLineState state) {
        return switch (state) {
            case LATE -> Tone.BAD;
            case OWED -> Tone.AHEAD;
            case SETTLED -> Tone.OK;
            case NOT_INVOICED -> null;
        };
    }

    /** Why the line is not invoiced; empty where it is. */
    private static String state(CallLine line, Words t) {
        if (line.excluded() != null) {
            return t.say("dues.call.out", line.excluded());
        }
        NotInvoicedReason notAsked = line.notAsked();
        if (notAsked != null) {
            return t.say("dues.call.out", t.say(notAsked.key()));
        }
        String refused = line.leftOut();
        return refused == null ? "" : t.say("dues.call.out", t.say(refused));
    }

    private static String describeComputation(CallLine line, DuesCallService.StoredCall call, Words t) {
        MemberAssessment share = line.share();
        DuesAmount owed = share.owed();
        AdoptedRate rate = share.rate();
        BigDecimal percent = call.facts().percent();
        if (call.facts().kind() == CallKind.APPEAL) {
            return percent == null || owed == null
                    ? percent == null ? "" : lack(share, t)
                    : t.say("dues.invoice.percent", t.decimal(percent), t.money(owed.amount()));
        }
        return owed == null || rate == null ? lack(share, t) : DuesFormatter.describeComputation(rate.rate(), owed, t);
    }

    private static String lack(MemberAssessment share, Words t) {
        MemberAssessment.MissingInput lack = share.lacks();
        return lack == null ? "" : t.say(lack.key());
    }

    private static String difference(MemberAssessment share, DuesCallService.StoredCall call, Words t) {
        BigDecimal difference = share.difference();
        DuesAmount owed = share.owed();
        return call.facts().kind() == CallKind.APPEAL || difference == null || owed == null
                ? ""
                : (difference.signum() > 0 ? "+" : "")
                        + t.money(difference, owed.amount().getCurrencyUnit().getCode());
    }

    private static String recipient(MemberAssessment share, Words t) {
        BillingRecipients.BillingRecipient reach = share.reach();
        String who = reach.payer().equals(share.member().member()) ? "" : reach.name() + " · ";
        return who
                + (reach.byPost()
                        ? t.say("dues.call.by-post")
                        : reach.mail() == null
                                ? t.say("dues.call.no-address")
                                : reach.returned() ? t.say("dues.call.returned", reach.mail()) : reach.mail());
    }
}
