package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.OrganisationId;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.domain.CallFacts;
import org.convergence.resources.dues.domain.CallLaunchService;
import org.convergence.resources.dues.domain.DuesCallService;
import org.convergence.resources.dues.domain.PaymentArrangement;
import org.convergence.resources.dues.domain.PaymentArrangementService;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.convergence.resources.ledger.domain.InvoiceService;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.PaymentPart;
import org.convergence.resources.ledger.domain.PaymentService;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dues call of the year, the payments since, and a call prepared for an anniversary. */
@Component
record CallChapter(
        PaymentArrangementService arrangements,
        DuesCallService calls,
        CallLaunchService callLaunchService,
        InvoiceQueries invoices,
        InvoiceService invoiceService,
        PaymentService paymentService,
        AuditedOperations operations) {

    private static final int CALLED = 100;
    private static final int DUE = 40;

    void enter(Actor who, ExampleDirectory directory, ExampleCalendar calendar) {
        LocalDate today = calendar.today();
        for (ExampleFile.ExampleLine line : ExampleFile.lines("cotisations.csv")) {
            arrange(who, directory, line, today);
        }
        LocalDate reference = LocalDate.of(today.getYear() - 1, 12, 31);
        LocalDate sent = today.minusDays(CALLED);
        CallId call = operations.callAs(
                who,
                "dues.prepare",
                () -> calls.prepare(new CallFacts(
                        CallKind.ANNUAL,
                        "Cotisation " + calendar.yearStart().getYear(),
                        reference,
                        today.minusDays(DUE),
                        calendar.yearStart(),
                        calendar.yearStart().plusYears(1).minusDays(1),
                        null,
                        null,
                        null,
                        "Une question sur le montant? Répondez au courriel ou téléphonez-nous.",
                        null,
                        null,
                        List.of(15, 45, 75),
                        false)));
        operations.callAs(who, "dues.enter", () -> callLaunchService.enterSentInvoices(call, sent, null));
        for (ExampleFile.ExampleLine line : ExampleFile.lines("cotisations.csv")) {
            settle(who, directory, line, today);
        }
        operations.callAs(
                who,
                "dues.prepare",
                () -> calls.prepare(new CallFacts(
                        CallKind.APPEAL,
                        "Fonds du cinquantenaire",
                        reference,
                        today.plusDays(60),
                        null,
                        null,
                        null,
                        new BigDecimal("10"),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        false)));
    }

    private void arrange(Actor who, ExampleDirectory directory, ExampleFile.ExampleLine line, LocalDate today) {
        OrganisationId organisation = directory.organisation(line.text("organisation"));
        String payer = line.orNull("payeur");
        Integer meets = line.number("réunion dans");
        var arrangement = new PaymentArrangement(
                organisation,
                payer == null ? null : directory.organisation(payer),
                !line.text("poste").isEmpty(),
                line.orNull("adresse"),
                line.orNull("instance"),
                meets == null ? null : today.plusDays(meets),
                null);
        operations.runAs(who, "dues.say", () -> arrangements.save(0, arrangement));
    }

    private void settle(Actor who, ExampleDirectory directory, ExampleFile.ExampleLine line, LocalDate today) {
        OrganisationId organisation = directory.organisation(line.text("organisation"));
        List<InvoiceQueries.InvoiceSummary> open =
                operations.callAs(who, "ledger.openOf", () -> invoices.findOpenByPayer(organisation, today, 1));
        if (open.isEmpty()) {
            return;
        }
        InvoiceQueries.InvoiceSummary invoice = open.get(0);
        Integer delay = line.number("délai");
        if (delay != null) {
            var board = new Decision("CA", today.minusDays(DUE), null, null);
            operations.runAs(
                    who, "ledger.delay", () -> invoiceService.delay(invoice.id(), 1, today.plusDays(delay), board));
        }
        BigDecimal paid = paid(line.orNull("payé"), invoice);
        Integer ago = line.number("il y a");
        if (paid != null && ago != null) {
            receive(who, organisation, invoice, line, paid, today.minusDays(ago));
        }
    }

    /** An amount, or « tout ». */
    private static @Nullable BigDecimal paid(@Nullable String cell, InvoiceQueries.InvoiceSummary invoice) {
        return cell == null ? null : cell.equals("tout") ? invoice.total().getAmount() : new BigDecimal(cell);
    }

    private void receive(
            Actor who,
            OrganisationId organisation,
            InvoiceQueries.InvoiceSummary invoice,
            ExampleFile.ExampleLine line,
            BigDecimal amount,
            LocalDate on) {
        var facts = new PaymentFacts(
                organisation,
                null,
                PaymentMethod.valueOf(line.text("façon")),
                on,
                line.orNull("référence"),
                Money.of(CurrencyUnit.of("CAD"), amount),
                null,
                null,
                null);
        List<PaymentPart> parts =
                List.of(PaymentPart.of(invoice.id(), amount.min(invoice.total().getAmount())));
        operations.callAs(who, "ledger.receive", () -> paymentService.receive(facts, parts));
    }
}
