package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.OrganisationId;
import org.convergence.example.DirectoryChapter.Directory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Gestures;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.AllocationPolicy;
import org.convergence.resources.ledger.domain.BookAccounts;
import org.convergence.resources.ledger.domain.Deposits;
import org.convergence.resources.ledger.domain.InvoiceFacts;
import org.convergence.resources.ledger.domain.InvoiceFile;
import org.convergence.resources.ledger.domain.Invoicing;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.Receiving;
import org.convergence.resources.ledger.domain.Statements;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** An appeal besides the dues: the requests, the cheques received, a deposit, and the bank statement of the month. */
@Component
class BankChapter {

    private static final CurrencyUnit CAD = CurrencyUnit.of("CAD");

    private final Invoicing invoicing;
    private final InvoiceFile invoices;
    private final Receiving receiving;
    private final Deposits deposits;
    private final Statements statements;
    private final BookAccounts accounts;
    private final ThursdayChapter thursday;

    BankChapter(
            Invoicing invoicing,
            InvoiceFile invoices,
            Receiving receiving,
            Deposits deposits,
            Statements statements,
            BookAccounts accounts,
            ThursdayChapter thursday) {
        this.invoicing = invoicing;
        this.invoices = invoices;
        this.receiving = receiving;
        this.deposits = deposits;
        this.statements = statements;
        this.accounts = accounts;
        this.thursday = thursday;
    }

    void enter(Hands hands, Directory directory, ExampleCalendar calendar) {
        Gestures gestures = thursday.gestures();
        Actor issuing = hands.coordinator();
        Actor recording = hands.of(Part.IDRISS);
        AccountId bank = gestures.by(recording, "BookAccounts.first", () -> accounts.first(AccountPurpose.BANK));
        Map<String, String> words = new HashMap<>();
        List<PaymentId> cheques = new ArrayList<>();
        for (ExampleFile.Line line : ExampleFile.lines("appel.csv")) {
            OrganisationId payer = directory.organisation(line.text("organisation"));
            String name = thursday.name(issuing, payer);
            BigDecimal amount = new BigDecimal(line.text("montant"));
            LocalDate issued = calendar.day(line.text("demandé"), calendar.yearStart());
            InvoiceId invoice = gestures.by(
                    issuing, "Invoicing.issue", () -> invoicing.issue(asked(payer, name, amount, issued, line)));
            words.put(
                    "N-" + line.text("organisation"),
                    gestures.by(
                            issuing,
                            "InvoiceFile.one",
                            () -> invoices.one(invoice).number()));
            words.put("O-" + line.text("organisation"), name);
            if (!line.text("chèque").isEmpty()) {
                LocalDate on = calendar.day(line.text("reçu"), calendar.yearStart());
                cheques.add(gestures.by(
                        recording,
                        "Receiving.receive",
                        () -> receiving.receive(
                                cheque(payer, line.text("chèque"), amount, on),
                                AllocationPolicy.propose(
                                        amount, List.of(new AllocationPolicy.Open(invoice, "", amount))))));
            }
        }
        gestures.by(
                recording,
                "Deposits.make",
                () -> deposits.make(bank, calendar.today().minusDays(24), cheques));
        thursday.first(hands);
        gestures.by(
                recording,
                "Statements.enter",
                () -> statements.enter(bank, "CAD", "relevé.csv", told(words, calendar)));
        thursday.last(hands);
    }

    private static InvoiceFacts asked(
            OrganisationId payer, String name, BigDecimal amount, LocalDate issued, ExampleFile.Line line) {
        return new InvoiceFacts(
                payer,
                payer,
                name,
                "fr",
                issued,
                issued.plusDays(30),
                null,
                CAD,
                line.text("objet"),
                null,
                List.of(new InvoiceFacts.Line(line.text("objet"), amount, AccountPurpose.APPEAL)),
                null);
    }

    private static PaymentFacts cheque(OrganisationId payer, String number, BigDecimal amount, LocalDate on) {
        return new PaymentFacts(payer, null, PaymentMethod.CHEQUE, on, number, Money.of(CAD, amount), null, null, null);
    }

    /** {@code {N-clé}} is the number of an organisation's invoice, {@code {O-clé}} its name as banks write it. */
    private static List<Statements.Told> told(Map<String, String> words, ExampleCalendar calendar) {
        List<Statements.Told> told = new ArrayList<>();
        for (ExampleFile.Line line : ExampleFile.lines("releve.csv")) {
            String text = line.text("texte");
            for (Map.Entry<String, String> word : words.entrySet()) {
                text = text.replace("{" + word.getKey() + "}", word.getValue());
            }
            told.add(new Statements.Told(
                    calendar.day(line.text("jour"), calendar.yearStart()),
                    new BigDecimal(line.text("montant")),
                    text,
                    line.orNull("référence")));
        }
        return told;
    }
}
