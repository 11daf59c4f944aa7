package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.OrganisationId;
import org.convergence.example.DirectoryChapter.Directory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Gestures;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.domain.Arrangement;
import org.convergence.resources.dues.domain.Arrangements;
import org.convergence.resources.dues.domain.CallFacts;
import org.convergence.resources.dues.domain.CallKeeping;
import org.convergence.resources.dues.domain.CallLaunching;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.Invoices;
import org.convergence.resources.ledger.domain.Invoicing;
import org.convergence.resources.ledger.domain.Part;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.Receiving;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dues call of the year, the payments since, and a call prepared for an anniversary. */
@Component
class CallChapter {

    private static final int CALLED = 100;
    private static final int DUE = 40;

    private final Arrangements arrangements;
    private final CallKeeping calls;
    private final CallLaunching launching;
    private final Invoices invoices;
    private final Invoicing invoicing;
    private final Receiving receiving;
    private final Gestures gestures;

    CallChapter(
            Arrangements arrangements,
            CallKeeping calls,
            CallLaunching launching,
            Invoices invoices,
            Invoicing invoicing,
            Receiving receiving,
            Gestures gestures) {
        this.arrangements = arrangements;
        this.calls = calls;
        this.launching = launching;
        this.invoices = invoices;
        this.invoicing = invoicing;
        this.receiving = receiving;
        this.gestures = gestures;
    }

    void enter(Actor who, Directory directory, ExampleCalendar calendar) {
        LocalDate today = calendar.today();
        for (ExampleFile.Line line : ExampleFile.lines("cotisations.csv")) {
            arrange(who, directory, line, today);
        }
        LocalDate reference = LocalDate.of(today.getYear() - 1, 12, 31);
        LocalDate sent = today.minusDays(CALLED);
        CallId call = gestures.by(
                who,
                "CallKeeping.prepare",
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
                        "Chèque à l’ordre de l’organisme, ou virement au compte indiqué dans la lettre.",
                        null,
                        null,
                        List.of(15, 45, 75),
                        false)));
        gestures.by(who, "CallLaunching.enter", () -> launching.enter(call, sent, null));
        for (ExampleFile.Line line : ExampleFile.lines("cotisations.csv")) {
            settle(who, directory, line, today);
        }
        gestures.by(
                who,
                "CallKeeping.prepare",
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

    private void arrange(Actor who, Directory directory, ExampleFile.Line line, LocalDate today) {
        OrganisationId organisation = directory.organisation(line.text("organisation"));
        String payer = line.orNull("payeur");
        Integer meets = line.number("réunion dans");
        var arrangement = new Arrangement(
                organisation,
                payer == null ? null : directory.organisation(payer),
                !line.text("poste").isEmpty(),
                line.orNull("adresse"),
                line.orNull("instance"),
                meets == null ? null : today.plusDays(meets),
                null);
        gestures.doneBy(who, "Arrangements.say", () -> arrangements.say(0, arrangement));
    }

    private void settle(Actor who, Directory directory, ExampleFile.Line line, LocalDate today) {
        OrganisationId organisation = directory.organisation(line.text("organisation"));
        List<Invoices.Line> open = gestures.by(who, "Invoices.openOf", () -> invoices.openOf(organisation, today, 1));
        if (open.isEmpty()) {
            return;
        }
        Invoices.Line invoice = open.get(0);
        Integer delay = line.number("délai");
        if (delay != null) {
            var board = new Decision("CA", today.minusDays(DUE), null, null);
            gestures.doneBy(
                    who, "Invoicing.delay", () -> invoicing.delay(invoice.id(), 1, today.plusDays(delay), board));
        }
        BigDecimal paid = paid(line.orNull("payé"), invoice);
        Integer ago = line.number("il y a");
        if (paid != null && ago != null) {
            receive(who, organisation, invoice, line, paid, today.minusDays(ago));
        }
    }

    /** An amount, or « tout ». */
    private static @Nullable BigDecimal paid(@Nullable String cell, Invoices.Line invoice) {
        return cell == null ? null : cell.equals("tout") ? invoice.total().getAmount() : new BigDecimal(cell);
    }

    private void receive(
            Actor who,
            OrganisationId organisation,
            Invoices.Line invoice,
            ExampleFile.Line line,
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
        List<Part> parts =
                List.of(Part.of(invoice.id(), amount.min(invoice.total().getAmount())));
        gestures.by(who, "Receiving.receive", () -> receiving.receive(facts, parts));
    }
}
