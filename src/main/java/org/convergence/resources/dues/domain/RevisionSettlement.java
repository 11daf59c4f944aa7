package org.convergence.resources.dues.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.domain.HeadcountRevisionService.HeadcountRevision;
import org.convergence.resources.dues.domain.ShareInvoiceRepository.IssuedShareInvoice;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.domain.InvoiceDetailsQueries;
import org.convergence.resources.ledger.domain.InvoiceFacts;
import org.convergence.resources.ledger.domain.InvoiceService;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/**
 * Settles a revised headcount: credits the invoices of a share, the latest first, or issues one invoice more. Revisions
 * are numbered, so that a headcount that changes back is credited or invoiced again.
 */
@Component
record RevisionSettlement(
        InvoiceService invoiceService,
        InvoiceDetailsQueries invoiceDetails,
        ShareInvoiceRepository shares,
        RecipientWords recipientWords,
        OrganisationSettings settings) {

    /**
     * Credits the excess asked by a headcount that was too high. If the invoices have less than that left, earlier
     * credits by hand count towards it.
     *
     * @param counting whether credits by hand count in any case
     * @return the amount credited; zero if all of it was already
     */
    Money credit(CallId call, HeadcountRevision it, int nth, boolean counting) {
        List<IssuedShareInvoice> issued = shares.findByShare(call, it.membership());
        BigDecimal wanted =
                (counting ? it.remainingCredit() : it.difference()).negated().getAmount();
        if (wanted.compareTo(sum(issued.stream().map(IssuedShareInvoice::left).toList())) > 0) {
            wanted = wanted.subtract(
                            sum(issued.stream().map(IssuedShareInvoice::byHand).toList()))
                    .max(BigDecimal.ZERO);
        }
        Words t =
                recipientWords.forLanguage(invoiceDetails.findById(it.invoice()).language());
        BigDecimal rest = wanted;
        int part = 0;
        for (IssuedShareInvoice each : issued) {
            BigDecimal some = rest.min(each.left());
            if (some.signum() > 0) {
                String source = source(call, it, nth) + "/" + ++part;
                if (invoiceService
                        .credit(each.id(), money(it, some), revisedText(it, t), source)
                        .isEmpty()) {
                    throw new IllegalStateException("This revision was already credited");
                }
                rest = rest.subtract(some);
            }
        }
        if (rest.signum() > 0) {
            throw new IllegalStateException("A share exceeds its invoices");
        }
        return money(it, wanted);
    }

    private static BigDecimal sum(List<BigDecimal> some) {
        return some.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Money money(HeadcountRevision it, BigDecimal amount) {
        return Money.of(it.difference().getCurrencyUnit(), amount, RoundingMode.UNNECESSARY);
    }

    /** The due day of an invoice for what is missing. */
    LocalDate dueDay(HeadcountRevision it) {
        return dueDay(invoiceDetails.findById(it.invoice()));
    }

    private LocalDate dueDay(InvoiceDetailsQueries.InvoiceDetails first) {
        LocalDate soon = settings.today().plusDays(DueDayPolicy.DAYS_TO_PAY);
        return first.dueOn().isBefore(soon) ? soon : first.dueOn();
    }

    /** Issues an invoice for what is missing since the headcount is higher. */
    InvoiceId invoiceDifference(
            DuesCallService.StoredCall call, HeadcountRevision it, BillingRecipients.BillingRecipient reach, int nth) {
        InvoiceDetailsQueries.InvoiceDetails first = invoiceDetails.findById(it.invoice());
        InvoiceId invoice = invoiceService.issue(new InvoiceFacts(
                it.organisation(),
                reach.payer(),
                reach.addressee(it.name(), recipientWords.forLanguage(first.language())),
                first.language(),
                settings.today(),
                dueDay(first),
                first.period(),
                it.difference().getCurrencyUnit(),
                call.facts().name(),
                first.note(),
                List.of(new InvoiceFacts.InvoiceLineFacts(
                        revisedText(it, recipientWords.forLanguage(first.language())),
                        it.difference().getAmount(),
                        AccountPurpose.DUES)),
                source(call.id(), it, nth)));
        shares.add(call.id(), it.membership(), invoice);
        return invoice;
    }

    private static String source(CallId call, HeadcountRevision it, int nth) {
        return ShareInvoiceRepository.source(call, it.membership()) + "/" + nth;
    }

    private static String revisedText(HeadcountRevision it, Words t) {
        return t.say(
                "dues.invoice.revised",
                it.before(),
                it.now().headcount().facts().number(),
                t.date(it.now().headcount().facts().countedOn()));
    }
}
