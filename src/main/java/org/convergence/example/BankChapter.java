package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.EntryId;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.AccountantQueueService;
import org.convergence.resources.ledger.domain.AllocationPolicy;
import org.convergence.resources.ledger.domain.BatchService;
import org.convergence.resources.ledger.domain.BookAccountService;
import org.convergence.resources.ledger.domain.DepositService;
import org.convergence.resources.ledger.domain.InvoiceDetailsQueries;
import org.convergence.resources.ledger.domain.InvoiceFacts;
import org.convergence.resources.ledger.domain.InvoiceService;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.PaymentService;
import org.convergence.resources.ledger.domain.StatementService;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Example data of an appeal: the requests, the cheques received, a deposit, and the bank statement of the month. */
@Component
record BankChapter(
        InvoiceService invoiceService,
        InvoiceDetailsQueries invoices,
        PaymentService paymentService,
        DepositService deposits,
        StatementService statements,
        BookAccountService accounts,
        AccountantQueueService queue,
        BatchService batches,
        PeopleDirectory people,
        AuditedOperations operations) {

    private static final CurrencyUnit CAD = CurrencyUnit.of("CAD");
    private static final int ALL = 10_000;

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        Actor issuing = hands.coordinator();
        Actor recording = hands.actorOf(ExampleUser.IDRISS);
        AccountId bank = operations.callAs(recording, "ledger.first", () -> accounts.findFirst(AccountPurpose.BANK));
        Map<String, String> words = new HashMap<>();
        List<PaymentId> cheques = new ArrayList<>();
        for (ExampleFile.ExampleLine line : ExampleFile.lines("appel.csv")) {
            OrganisationId payer = directory.organisation(line.text("organisation"));
            String name = findName(issuing, payer);
            BigDecimal amount = new BigDecimal(line.text("montant"));
            LocalDate issued = calendar.day(line.text("demandé"), calendar.yearStart());
            InvoiceId invoice = operations.callAs(
                    issuing, "ledger.issue", () -> invoiceService.issue(asked(payer, name, amount, issued, line)));
            words.put(
                    "N-" + line.text("organisation"),
                    operations.callAs(
                            issuing,
                            "ledger.one",
                            () -> invoices.findById(invoice).number()));
            words.put("O-" + line.text("organisation"), name);
            if (!line.text("chèque").isEmpty()) {
                LocalDate on = calendar.day(line.text("reçu"), calendar.yearStart());
                cheques.add(operations.callAs(
                        recording,
                        "ledger.receive",
                        () -> paymentService.receive(
                                cheque(payer, line.text("chèque"), amount, on),
                                AllocationPolicy.propose(
                                        amount, List.of(new AllocationPolicy.OpenInvoice(invoice, "", amount))))));
            }
        }
        operations.callAs(
                recording,
                "ledger.make",
                () -> deposits.create(bank, calendar.today().minusDays(24), cheques));
        closeBatch(hands);
        operations.callAs(
                recording, "ledger.enter", () -> statements.enter(bank, "CAD", "relevé.csv", told(words, calendar)));
        askQuestion(hands);
    }

    private static InvoiceFacts asked(
            OrganisationId payer, String name, BigDecimal amount, LocalDate issued, ExampleFile.ExampleLine line) {
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
                List.of(new InvoiceFacts.InvoiceLineFacts(line.text("objet"), amount, AccountPurpose.APPEAL)),
                null);
    }

    private static PaymentFacts cheque(OrganisationId payer, String number, BigDecimal amount, LocalDate on) {
        return new PaymentFacts(payer, null, PaymentMethod.CHEQUE, on, number, Money.of(CAD, amount), null, null, null);
    }

    /** {@code {N-clé}} is the number of an organisation's invoice, {@code {O-clé}} its name as banks write it. */
    private static List<StatementService.BankLineFacts> told(Map<String, String> words, ExampleCalendar calendar) {
        List<StatementService.BankLineFacts> told = new ArrayList<>();
        for (ExampleFile.ExampleLine line : ExampleFile.lines("releve.csv")) {
            String text = line.text("texte");
            for (Map.Entry<String, String> word : words.entrySet()) {
                text = text.replace("{" + word.getKey() + "}", word.getValue());
            }
            told.add(new StatementService.BankLineFacts(
                    calendar.day(line.text("jour"), calendar.yearStart()),
                    new BigDecimal(line.text("montant")),
                    text,
                    line.orNull("référence")));
        }
        return told;
    }

    /** The name of an organisation, read as an actor. */
    private String findName(Actor who, OrganisationId id) {
        Map<OrganisationId, OrganisationName> names =
                operations.callAs(who, "people.organisationNames", () -> people.organisationNames(List.of(id)));
        return Objects.requireNonNull(names.get(id)).name();
    }

    /** Accepts all entries but the last two, and closes the batch. */
    private void closeBatch(ExampleActors hands) {
        Actor accountant = hands.actorOf(ExampleUser.GUYLAINE);
        List<EntryId> waiting = operations.callAs(accountant, "ledger.waiting", () -> queue.waiting(ALL)).stream()
                .map(AccountantQueueService.QueueEntry::id)
                .toList();
        List<EntryId> taken = waiting.subList(0, Math.max(1, waiting.size() - 2));
        operations.runAs(accountant, "ledger.accept", () -> batches.close(queue.accept(taken)));
    }

    /** Asks about the first remaining entry. */
    private void askQuestion(ExampleActors hands) {
        Actor accountant = hands.actorOf(ExampleUser.GUYLAINE);
        operations.callAs(accountant, "ledger.waiting", () -> queue.waiting(ALL)).stream()
                .findFirst()
                .ifPresent(it -> operations.runAs(
                        accountant,
                        "ledger.ask",
                        () -> queue.returnWithQuestion(
                                it.id(),
                                it.version(),
                                ExampleFile.text("question.txt").strip())));
    }
}
