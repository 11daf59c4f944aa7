package org.convergence.resources.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convergence.resources.ledger.LedgerCase.CAD;
import static org.convergence.resources.ledger.LedgerCase.DAY;
import static org.convergence.resources.ledger.LedgerCase.cad;
import static org.convergence.resources.ledger.LedgerCase.cheque;
import static org.convergence.resources.ledger.LedgerCase.invoice;
import static org.convergence.resources.ledger.LedgerCase.lately;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.People;
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
import org.convergence.testing.AtOnce;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bank lines are tied once, and can be reopened while the batch is open. */
@ModuleTest
class LineMatchingTest {

    @Autowired
    private Visitors visitors;

    @Autowired
    private People people;

    @Autowired
    private Invoicing invoicing;

    @Autowired
    private InvoiceFile file;

    @Autowired
    private Receiving receiving;

    @Autowired
    private Advances advances;

    @Autowired
    private Payments payments;

    @Autowired
    private Deposits deposits;

    @Autowired
    private LineMatching matching;

    @Autowired
    private LineTies ties;

    @Autowired
    private BankLines lines;

    @Autowired
    private AccountantQueue queue;

    @Autowired
    private Batches batches;

    @Autowired
    private BookAccounts accounts;

    @Autowired
    private AtOnce atOnce;

    @Autowired
    private JdbcClient db;

    private String name = "";
    private OrganisationId union = new OrganisationId(new UUID(0, 0));
    private AccountId bank = new AccountId(new UUID(0, 0));

    @BeforeEach
    void aBankAndAUnion() {
        visitors.anOrganisation();
        String mark = UUID.randomUUID().toString().substring(0, 12);
        name = "Local " + mark;
        bank = as(() -> accounts.addBank("B" + mark, "Compte courant"));
        as(() -> union = people.organisationNamed(name));
        db.sql("UPDATE resources.ledger_bank_line SET state = 'ASIDE', aside = 'TRANSFER' WHERE state = 'OPEN'")
                .update();
    }

    private <T> T as(Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::get);
    }

    private void run(Runnable work) {
        as(() -> {
            work.run();
            return true;
        });
    }

    private BankLines.Line line(String amount, String text) {
        return line(amount, text, DAY.plusDays(25));
    }

    private BankLines.Line line(String amount, String text, LocalDate day) {
        BankLineId id = new BankLineId(Ids.next());
        db.sql("""
                        INSERT INTO resources.ledger_bank_line
                            (id, bank, day, currency, amount, text, fingerprint, occurrence)
                        VALUES (?, ?, ?, 'CAD', ?, ?, ?, 1)
                        """)
                .params(id.value(), bank.value(), day, new BigDecimal(amount), text, id.toString())
                .update();
        return as(() -> lines.one(id));
    }

    private InvoiceId owed(String amount) {
        return as(() -> invoicing.issue(invoice(union, amount, DAY.plusDays(30), null)));
    }

    private String balance(InvoiceId id) {
        return as(() -> file.one(id).balance()).getAmount().toPlainString();
    }

    private Match.Proposal proposed(BankLines.Line line) {
        return as(() -> matching.proposals(List.of(line)))
                .getOrDefault(line.id(), List.of())
                .get(0);
    }

    private void accept(BankLines.Line line, Match.Proposal proposal) {
        run(() -> matching.accept(line.id(), line.version(), proposal.key()));
    }

    private void open(BankLines.Line line) {
        run(() -> ties.open(line.id()));
    }

    private @Nullable PaymentId paymentOf(BankLines.Line line) {
        return as(() -> lines.one(line.id())).payment();
    }

    @Test
    void oneGestureSettlesWhatALineSaysAndAnotherTakesItBack() {
        InvoiceId dues = owed("500.25");
        BankLines.Line line = line("500.25", "VIR INTERAC " + name);
        Match.Proposal proposal = proposed(line);
        assertThat(proposal.certainty()).isEqualTo(Match.Certainty.CERTAIN);
        accept(line, proposal);
        assertThat(balance(dues)).isEqualTo("0.00");
        PaymentId made = Objects.requireNonNull(paymentOf(line));
        assertThat(as(() -> payments.one(made)).bank()).isEqualTo(bank);
        assertThatThrownBy(() -> accept(line, proposal)).isInstanceOf(Refused.class);
        open(line);
        assertThat(balance(dues)).isEqualTo("500.25");
        assertThat(paymentOf(line)).isNull();
        BankLines.Line again = as(() -> lines.one(line.id()));
        assertThatThrownBy(() -> run(() -> ties.setAside(line.id(), line.version(), BankLines.Aside.FEE, null)))
                .as("seen before it was tied and let go")
                .isInstanceOf(EditConflict.class);
        accept(again, proposed(again));
        assertThat(balance(dues)).isEqualTo("0.00");
    }

    @Test
    void whatStandsInAClosedBatchOrWasUsedSinceIsNotTakenBack() {
        InvoiceId dues = owed("100");
        BankLines.Line line = line("130", "VIR " + name + " F");
        accept(line, proposed(line));
        assertThat(as(() -> advances.of(union, CAD))).isEqualTo(cad("30"));
        as(() -> advances.use(union, DAY.plusDays(40), cad("30"), owed("30")));
        assertThatThrownBy(() -> open(line))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.messageKey()).isEqualTo("ledger.refused.rests"));
        assertThat(balance(dues)).isEqualTo("0.00");
        owed("44");
        BankLines.Line closed = line("44", "VIR " + name);
        accept(closed, proposed(closed));
        as(() -> {
            var mine = queue.waiting(10_000).stream()
                    .filter(it -> it.party().equals(name))
                    .map(AccountantQueue.Entry::id)
                    .toList();
            batches.close(queue.accept(mine));
            return true;
        });
        assertThatThrownBy(() -> open(closed))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.messageKey()).isEqualTo("ledger.refused.closed"));
    }

    @Test
    void allThatIsCertainIsAcceptedAtOnceAndUndoneAtOnce() {
        InvoiceId dues = owed("210");
        owed("36");
        line("210", "VIR " + name);
        line("36", "VIR " + name);
        line("-12", "FRAIS");
        BankLines.Line unknown = line("999.99", "DEPOT");
        LineMatching.Accepted accepted = as(matching::acceptCertain);
        assertThat(accepted.lines()).isEqualTo(2);
        assertThat(balance(dues)).isEqualTo("0.00");
        assertThat(as(() -> lines.one(unknown.id())).state()).isEqualTo(BankLines.State.OPEN);
        assertThat(as(() -> ties.undo(accepted.gesture()))).isEqualTo(2);
        assertThat(balance(dues)).isEqualTo("210.00");
        LineMatching.Accepted out = as(ties::setOutgoingAside);
        assertThat(out.lines()).isEqualTo(1);
        assertThat(as(() -> ties.undo(out.gesture()))).isEqualTo(1);
    }

    @Test
    void aSlipOfTheAmountIsTiedInOneGesture() {
        PaymentId one = as(() -> receiving.receive(cheque(union, "300"), List.of()));
        PaymentId two = as(() -> receiving.receive(cheque(union, "51.10"), List.of()));
        DepositId slip = as(() -> deposits.make(bank, DAY.plusDays(24), List.of(one, two)));
        assertThat(as(() -> deposits.one(slip)).sum()).isEqualTo(cad("351.10"));
        assertThat(as(() -> deposits.waiting(1_000)))
                .extracting(Deposits.Item::id)
                .doesNotContain(one, two);
        assertThat(as(() -> payments.one(one)).bank()).isEqualTo(bank);
        assertThatThrownBy(() -> as(() -> deposits.make(bank, DAY, List.of(one))))
                .isInstanceOf(Refused.class);
        BankLines.Line line = line("351.10", "DEPOT AU COMPTOIR");
        Match.Proposal proposal = proposed(line);
        assertThat(proposal.deposit()).isEqualTo(slip);
        accept(line, proposal);
        assertThat(as(() -> deposits.one(slip)).seenOn()).isEqualTo(line.day());
        assertThatThrownBy(() -> run(() -> deposits.undo(slip))).isInstanceOf(Refused.class);
        open(line);
        run(() -> deposits.undo(slip));
        assertThat(as(() -> deposits.waiting(1_000)))
                .extracting(Deposits.Item::id)
                .contains(one, two);
        assertThat(as(() -> payments.one(one)).bank()).isNull();
    }

    @Test
    void aPaymentThatWasNotedIsTiedAndNotMadeAgain() {
        PaymentId noted = as(() -> receiving.receive(cheque(union, "87.65", lately()), List.of()));
        BankLines.Line line = line("87.65", "DEPOT MOBILE", lately().plusDays(5));
        Match.Proposal proposal = proposed(line);
        assertThat(proposal.payment()).isEqualTo(noted);
        accept(line, proposal);
        assertThat(as(() -> payments.one(noted)).bank()).isEqualTo(bank);
        open(line);
        assertThat(as(() -> payments.one(noted)).bank()).isNull();
    }

    @Test
    void twoAtOnceNeverTieALineTwice() {
        owed("640");
        BankLines.Line line = line("640", "VIR " + name);
        Match.Proposal proposal = proposed(line);
        List<Callable<?>> many = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            many.add(() -> {
                matching.accept(line.id(), line.version(), proposal.key());
                return true;
            });
        }
        List<AtOnce.End> ends = atOnce.together(visitors.actor(Role.COORDINATOR), many);
        assertThat(ends.stream().filter(AtOnce.End::went)).hasSize(1);
        assertThat(ends.stream().map(AtOnce.End::thrown).filter(Objects::nonNull))
                .hasOnlyElementsOfType(Refused.class);
        assertThat(db.sql("SELECT count(*) FROM resources.ledger_payment WHERE organisation = ?")
                        .param(union.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aLineInAnotherCurrencySettlesNothingHere() {
        owed("77");
        BankLines.Line line = line("77", "VIR " + name);
        db.sql("UPDATE resources.ledger_bank_line SET currency = 'USD' WHERE id = ?")
                .param(line.id().value())
                .update();
        assertThat(as(() -> matching.proposals(List.of(lines.one(line.id())))).getOrDefault(line.id(), List.of()))
                .isEmpty();
    }
}
