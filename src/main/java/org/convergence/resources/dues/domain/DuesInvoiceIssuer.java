package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.domain.CallLineQueries.CallLine;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.domain.InvoiceFacts;
import org.convergence.resources.ledger.domain.InvoiceService;
import org.springframework.stereotype.Component;

/**
 * Writes the invoices of a call in each member's language; the source of an invoice keeps it from being issued twice.
 */
@Component
record DuesInvoiceIssuer(InvoiceService invoiceService, RecipientWords recipientWords) {

    /** Issues the invoice of a member. */
    InvoiceId issue(DuesCallService.StoredCall call, CallLine line, LocalDate on, LocalDate dueOn) {
        return invoiceService.issue(assemble(call, line, on, dueOn));
    }

    /** The content of the invoice of a member. */
    InvoiceFacts assemble(DuesCallService.StoredCall call, CallLine line, LocalDate on, LocalDate dueOn) {
        CallFacts facts = call.facts();
        BillingRecipients.BillingRecipient reach = line.share().reach();
        Words t = recipientWords.forLanguage(reach.language());
        return new InvoiceFacts(
                line.share().member().member(),
                reach.payer(),
                reach.addressee(line.share().member().name(), t),
                t.language().code(),
                on,
                dueOn,
                facts.periodFrom() == null || facts.periodUntil() == null
                        ? null
                        : new InvoiceFacts.InvoicePeriod(facts.periodFrom(), facts.periodUntil()),
                Objects.requireNonNull(line.amount()).getCurrencyUnit(),
                facts.name(),
                facts.note(),
                List.of(new InvoiceFacts.InvoiceLineFacts(
                        lineText(facts, line, t),
                        Objects.requireNonNull(line.amount()).getAmount(),
                        facts.kind() == CallKind.ANNUAL ? AccountPurpose.DUES : AccountPurpose.APPEAL)),
                ShareInvoiceRepository.source(call.id(), line.share().member().id()));
    }

    /** « Cotisation: 420 × 0,45 $ (effectif au 31 décembre 2025, déclaré) ». */
    private static String lineText(CallFacts facts, CallLine line, Words t) {
        DuesAmount owed = line.share().owed();
        AdoptedRate rate = line.share().rate();
        if (facts.kind() == CallKind.APPEAL) {
            return facts.percent() == null || owed == null
                    ? facts.name()
                    : t.say("dues.invoice.percent", t.decimal(facts.percent()), t.money(owed.amount()));
        }
        String how = rate == null || owed == null ? "" : DuesFormatter.describeComputation(rate.rate(), owed, t);
        var used = line.share().headcount();
        return used == null || rate == null || !rate.rate().shape().countsPeople()
                ? t.say("dues.invoice.flat", how)
                : t.say(
                        "dues.invoice.headcount",
                        how,
                        t.date(used.on()),
                        t.say(used.status().key()).toLowerCase(t.language().locale()));
    }
}
