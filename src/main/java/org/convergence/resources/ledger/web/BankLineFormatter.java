package org.convergence.resources.ledger.web;

import java.util.List;
import java.util.Map;
import org.convergence.directory.people.Party;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.BankLineId;
import org.convergence.resources.ledger.domain.BankLineQueries;
import org.convergence.resources.ledger.domain.BankMatch;
import org.jspecify.annotations.Nullable;

/** Formats bank lines and their proposals. */
final class BankLineFormatter {

    private BankLineFormatter() {}

    static BankPage.BankLineRow row(
            BankLineQueries.BankLine it, Map<BankLineId, List<BankMatch.MatchProposal>> proposals, Words t) {
        return new BankPage.BankLineRow(
                LedgerUrls.line(it.id()),
                it.version(),
                t.shortDate(it.day()),
                t.money(it.amount()),
                it.text().isEmpty() ? t.say("ledger.bank.no-text") : it.text(),
                it.reference() == null ? it.account() : it.account() + " · " + it.reference(),
                proposals.getOrDefault(it.id(), List.of()).stream()
                        .map(each -> offer(it, each, t))
                        .toList(),
                describeTie(it, t),
                url(it),
                it.state() != BankLineQueries.BankLineState.OPEN && !it.closed());
    }

    private static BankPage.ProposalRow offer(BankLineQueries.BankLine line, BankMatch.MatchProposal it, Words t) {
        Tone tone =
                switch (it.certainty()) {
                    case CERTAIN -> Tone.OK;
                    case LIKELY -> Tone.ACTIVE;
                    case POSSIBLE -> Tone.AHEAD;
                };
        Party payer = it.payer();
        return new BankPage.ProposalRow(
                it.key(),
                tone,
                t.say("ledger.certainty." + it.certainty()),
                reason(line, it, t),
                LedgerUrls.line(line.id())
                        + (payer == null ? "" : "?" + LedgerUrls.partyParameter(payer) + "=" + payer.value()));
    }

    private static String reason(BankLineQueries.BankLine line, BankMatch.MatchProposal it, Words t) {
        String currency = line.amount().getCurrencyUnit().getCode();
        String reason = t.say(it.reason().key(), t.list(it.named()), it.payerName(), it.written());
        if (it.missing().signum() > 0) {
            return reason + " " + t.say("ledger.match.missing", t.money(it.missing(), currency));
        }
        return it.advance().signum() > 0
                ? reason + " " + t.say("ledger.match.advance", t.money(it.advance(), currency))
                : reason;
    }

    private static @Nullable String describeTie(BankLineQueries.BankLine it, Words t) {
        BankLineQueries.AsideReason aside = it.aside();
        String slip = it.slip();
        if (aside != null) {
            return it.remark() == null ? t.say(aside.key()) : t.say(aside.key()) + " – " + it.remark();
        } else if (slip != null) {
            return t.say("ledger.bank.is-slip", slip);
        } else if (it.payment() != null) {
            return it.payer() == null ? t.say("ledger.bank.is-payment") : t.say("ledger.bank.is-of", it.payer());
        }
        return null;
    }

    private static @Nullable String url(BankLineQueries.BankLine it) {
        var payment = it.payment();
        var deposit = it.deposit();
        return payment != null ? LedgerUrls.payment(payment) : deposit != null ? LedgerUrls.deposit(deposit) : null;
    }
}
