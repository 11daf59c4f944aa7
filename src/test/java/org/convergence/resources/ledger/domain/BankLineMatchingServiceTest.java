package org.convergence.resources.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convergence.resources.ledger.LedgerFixture.CAD;
import static org.convergence.resources.ledger.LedgerFixture.DAY;
import static org.convergence.resources.ledger.LedgerFixture.cad;
import static org.convergence.resources.ledger.LedgerFixture.cheque;
import static org.convergence.resources.ledger.LedgerFixture.invoice;
import static org.convergence.resources.ledger.LedgerFixture.lately;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.BankLineId;
import org.convergence.resources.ledger.DepositId;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bank lines are tied once, and can be reopened while the batch is open. */
@ModuleTest
class BankLineMatchingServiceTest {

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private InvoiceService invoicing;

    @Autowired
    private InvoiceDetailsQueries file;

    @Autowired
    private PaymentService receiving;

    @Autowired
    private AdvanceService advances;

    @Autowired
    private PaymentQueries payments;

    @Autowired
    private DepositService deposits;

    @Autowired
    private BankLineMatchingService matching;

    @Autowired
    private BankLineTieService ties;

    @Autowired
    private BankLineQueries lines;

    @Autowired
    private AccountantQueueService queue;

    @Autowired
    private BatchService batches;

    @Autowired
    private BookAccountService accounts;

    @Autowired
    private ConcurrentActions atOnce;

    @Autowired
    private JdbcClient db;

    private String name = "";
    private OrganisationId union = new OrganisationId(new UUID(0, 0));
    private AccountId bank = new AccountId(new UUID(0, 0));

    @BeforeEach
    void createBankAndUnion() {
        visitors.ensureOrganisation();
        String mark = UUID.randomUUID().toString().substring(0, 12);
        name = "Local " + mark;
        bank = as(() -> accounts.addBank("B" + mark, "Compte courant"));
        as(() -> union = people.findOrCreateOrganisation(name));
        db.sql("UPDATE resources.ledger_bank_line SET state = 'ASIDE', aside = 'TRANSFER' WHERE state = 'OPEN'")
                .update();
    }

    private <T> T as(Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::get);
    }

    private void run(Runnable work) {
        CurrentActor.runAs(visitors.actor(Role.COORDINATOR), work);
    }

    private BankLineQueries.BankLine line(String amount, String text) {
        return line(amount, text, DAY.plusDays(25));
    }

    private BankLineQueries.BankLine line(String amount, String text, LocalDate day) {
        BankLineId id = new BankLineId(Ids.next());
        db.sql("""
                        INSERT INTO resources.ledger_bank_line
                            (id, bank, day, currency, amount, text, fingerprint, occurrence)
                        VALUES (?, ?, ?, 'CAD', ?, ?, ?, 1)
                        """)
                .params(id.value(), bank.value(), day, new BigDecimal(amount), text, id.toString())
                .update();
        return as(() -> lines.findById(id));
    }

    private InvoiceId owed(String amount) {
        return as(() -> invoicing.issue(invoice(union, amount, DAY.plusDays(30), null)));
    }

    private String balance(InvoiceId id) {
        return as(() -> file.findById(id).balance()).getAmount().toPlainString();
    }

    private BankMatch.MatchProposal proposed(BankLineQueries.BankLine line) {
        return as(() -> matching.findProposals(List.of(line)))
                .getOrDefault(line.id(), List.of())
                .get(0);
    }

    private void accept(BankLineQueries.BankLine line, BankMatch.MatchProposal proposal) {
        run(() -> matching.accept(line.id(), line.version(), proposal.key()));
    }

    private void open(BankLineQueries.BankLine line) {
        run(() -> ties.reopen(line.id()));
    }

    private @Nullable PaymentId paymentOf(BankLineQueries.BankLine line) {
        return as(() -> lines.findById(line.id())).payment();
    }

    @Test
    void settlesAndReopensLine() {
        InvoiceId dues = owed("500.25");
        BankLineQueries.BankLine line = line("500.25", "VIR INTERAC " + name);
        BankMatch.MatchProposal proposal = proposed(line);
        assertThat(proposal.certainty()).isEqualTo(BankMatch.MatchCertainty.CERTAIN);
        accept(line, proposal);
        assertThat(balance(dues)).isEqualTo("0.00");
        PaymentId made = Objects.requireNonNull(paymentOf(line));
        assertThat(as(() -> payments.findById(made)).bank()).isEqualTo(bank);
        assertThatThrownBy(() -> accept(line, proposal)).isInstanceOf(Refused.class);
        open(line);
        assertThat(balance(dues)).isEqualTo("500.25");
        assertThat(paymentOf(line)).isNull();
        BankLineQueries.BankLine again = as(() -> lines.findById(line.id()));
        assertThatThrownBy(() ->
                        run(() -> ties.setAside(line.id(), line.version(), BankLineQueries.AsideReason.FEE, null)))
                .as("read before it was matched and released")
                .isInstanceOf(EditConflict.class);
        accept(again, proposed(again));
        assertThat(balance(dues)).isEqualTo("0.00");
    }

    @Test
    void refusesToReopenClosedOrUsedPayment() {
        InvoiceId dues = owed("100");
        BankLineQueries.BankLine line = line("130", "VIR " + name + " F");
        accept(line, proposed(line));
        assertThat(as(() -> advances.findBalance(union, CAD))).isEqualTo(cad("30"));
        as(() -> advances.settle(union, DAY.plusDays(40), cad("30"), owed("30")));
        assertThatThrownBy(() -> open(line))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.messageKey()).isEqualTo("ledger.refused.rests"));
        assertThat(balance(dues)).isEqualTo("0.00");
        owed("44");
        BankLineQueries.BankLine closed = line("44", "VIR " + name);
        accept(closed, proposed(closed));
        as(() -> {
            var mine = queue.waiting(10_000).stream()
                    .filter(it -> it.party().equals(name))
                    .map(AccountantQueueService.QueueEntry::id)
                    .toList();
            batches.close(queue.accept(mine));
            return true;
        });
        assertThatThrownBy(() -> open(closed))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.messageKey()).isEqualTo("ledger.refused.closed"));
    }

    @Test
    void acceptsAndUndoesAllCertainProposals() {
        InvoiceId dues = owed("210");
        owed("36");
        line("210", "VIR " + name);
        line("36", "VIR " + name);
        line("-12", "FRAIS");
        BankLineQueries.BankLine unknown = line("999.99", "DEPOT");
        BankLineMatchingService.AcceptedLines accepted = as(matching::acceptCertain);
        assertThat(accepted.lines()).isEqualTo(2);
        assertThat(balance(dues)).isEqualTo("0.00");
        assertThat(as(() -> lines.findById(unknown.id())).state()).isEqualTo(BankLineQueries.BankLineState.OPEN);
        assertThat(as(() -> ties.undo(accepted.gesture()))).isEqualTo(2);
        assertThat(balance(dues)).isEqualTo("210.00");
        BankLineMatchingService.AcceptedLines out = as(ties::setOutgoingAside);
        assertThat(out.lines()).isEqualTo(1);
        assertThat(as(() -> ties.undo(out.gesture()))).isEqualTo(1);
    }

    @Test
    void tiesDepositSlipOfTheAmount() {
        PaymentId one = as(() -> receiving.receive(cheque(union, "300"), List.of()));
        PaymentId two = as(() -> receiving.receive(cheque(union, "51.10"), List.of()));
        DepositId slip = as(() -> deposits.create(bank, DAY.plusDays(24), List.of(one, two)));
        assertThat(as(() -> deposits.findById(slip)).sum()).isEqualTo(cad("351.10"));
        assertThat(as(() -> deposits.findWaiting(1_000)))
                .extracting(DepositService.DepositItem::id)
                .doesNotContain(one, two);
        assertThat(as(() -> payments.findById(one)).bank()).isEqualTo(bank);
        assertThatThrownBy(() -> as(() -> deposits.create(bank, DAY, List.of(one))))
                .isInstanceOf(Refused.class);
        BankLineQueries.BankLine line = line("351.10", "DEPOT AU COMPTOIR");
        BankMatch.MatchProposal proposal = proposed(line);
        assertThat(proposal.deposit()).isEqualTo(slip);
        accept(line, proposal);
        assertThat(as(() -> deposits.findById(slip)).seenOn()).isEqualTo(line.day());
        assertThatThrownBy(() -> run(() -> deposits.undo(slip))).isInstanceOf(Refused.class);
        open(line);
        run(() -> deposits.undo(slip));
        assertThat(as(() -> deposits.findWaiting(1_000)))
                .extracting(DepositService.DepositItem::id)
                .contains(one, two);
        assertThat(as(() -> payments.findById(one)).bank()).isNull();
    }

    @Test
    void tiesEnteredPaymentInsteadOfNewOne() {
        PaymentId noted = as(() -> receiving.receive(cheque(union, "87.65", lately()), List.of()));
        BankLineQueries.BankLine line = line("87.65", "DEPOT MOBILE", lately().plusDays(5));
        BankMatch.MatchProposal proposal = proposed(line);
        assertThat(proposal.payment()).isEqualTo(noted);
        accept(line, proposal);
        assertThat(as(() -> payments.findById(noted)).bank()).isEqualTo(bank);
        open(line);
        assertThat(as(() -> payments.findById(noted)).bank()).isNull();
    }

    @Test
    void concurrentUsersTieLineOnce() {
        owed("640");
        BankLineQueries.BankLine line = line("640", "VIR " + name);
        BankMatch.MatchProposal proposal = proposed(line);
        List<Callable<?>> many = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            many.add(() -> {
                matching.accept(line.id(), line.version(), proposal.key());
                return true;
            });
        }
        List<ConcurrentActions.ActionResult> ends = atOnce.runTogether(visitors.actor(Role.COORDINATOR), many);
        assertThat(ends.stream().filter(ConcurrentActions.ActionResult::went)).hasSize(1);
        assertThat(ends.stream().map(ConcurrentActions.ActionResult::thrown).filter(Objects::nonNull))
                .hasOnlyElementsOfType(Refused.class);
        assertThat(db.sql("SELECT count(*) FROM resources.ledger_payment WHERE organisation = ?")
                        .param(union.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void otherCurrencySettlesNothing() {
        owed("77");
        BankLineQueries.BankLine line = line("77", "VIR " + name);
        db.sql("UPDATE resources.ledger_bank_line SET currency = 'USD' WHERE id = ?")
                .param(line.id().value())
                .update();
        assertThat(as(() -> matching.findProposals(List.of(lines.findById(line.id()))))
                        .getOrDefault(line.id(), List.of()))
                .isEmpty();
    }
}
