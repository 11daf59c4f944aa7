package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.RateShape;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.PaymentPart;
import org.convergence.resources.membership.MemberAccount;
import org.convergence.resources.membership.MembershipId;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** After a call: reminders, delays, payments, revised headcounts. */
class DuesFollowUpTest extends DuesYearFixture {

    @Autowired
    private DuesStandingSource standing;

    @Test
    void remindsOverdueOncePerRoundButNotDelayed() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        issueAndSend(call);
        assertThat(as(() -> reminding.due(call))).isZero();
        overdue(12);
        db.sql("DELETE FROM platform.mail_message WHERE recipient <> ''").update();
        assertThat(as(() -> reminding.due(call))).isEqualTo(2);
        assertThat(as(() -> reminding.sendReminders(call)))
                .as("one by mail, one to be posted")
                .isEqualTo(new DuesReminderService.ReminderResult(1, 1, 0));
        assertThat(letters()).containsExactly("facturation@baie.example dues_reminder");
        assertThat(as(() -> reminding.sendReminders(call)).all()).isZero();
        markLettersSent(call);
        overdue(60);
        pay(call, "Syndicat du Lac", "75");
        assertThat(as(() -> reminding.due(call))).isEqualTo(1);
        var invoice = Objects.requireNonNull(line(call, "Syndicat de la Baie").invoice());
        as(() -> {
            invoicing.delay(invoice.id(), file.findById(invoice.id()).version(), settings.today(), board());
            return true;
        });
        assertThat(as(() -> reminding.due(call)))
                .as("on the last day of the delay")
                .isZero();
        assertThat(withholdingReason(invoice.id(), "dues_reminder")).contains("dues.letter.withheld.delayed");
        assertThat(withholdingReason(invoice.id(), "dues_invoice")).isEmpty();
        var settled = Objects.requireNonNull(line(call, "Syndicat du Lac").invoice());
        assertThat(withholdingReason(settled.id(), "dues_invoice")).contains("dues.letter.withheld.settled");
        as(() -> invoicing.credit(invoice.id(), invoice.balance(), "Effectif révisé", null));
        assertThat(withholdingReason(invoice.id(), "dues_invoice")).contains("dues.letter.withheld.reduced");
    }

    @Test
    void letterWithheldAsSettledIsOwedNoLonger() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        issueAndSend(call);
        pay(call, "Syndicat de la Baie", "1000");
        int printed = as(() -> callLetters.summarize(call)).open();
        assertThat(openWhenWithheldAs(call, "mail.withheld.taken-back")).isEqualTo(printed + 1);
        assertThat(openWhenWithheldAs(call, "dues.letter.withheld.settled")).isEqualTo(printed);
    }

    private int openWhenWithheldAs(CallId call, String reason) {
        db.sql("UPDATE platform.mail_message SET state = 'WITHHELD', sent_at = NULL, problem = ? WHERE recipient <> ''")
                .param(reason)
                .update();
        return as(() -> callLetters.summarize(call)).open();
    }

    @Autowired
    private CallLetterService callLetters;

    private Optional<String> withholdingReason(InvoiceId invoice, String purpose) {
        return as(() -> completer.withholdingReason(
                new BodyCompleter.WaitingLetter(invoice.value(), "a@exemple.org", purpose, null, Instant.EPOCH)));
    }

    @Autowired
    private DuesLetterCompleter completer;

    @Test
    void replacesLetterOfInvoiceDelayedSince() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        issueWithoutSending(call);
        as(() -> letters.takeBack(call));
        var invoice = Objects.requireNonNull(line(call, "Syndicat de la Baie").invoice());
        as(() -> {
            LocalDate until = invoice.dueOn().plusDays(20);
            invoicing.delay(invoice.id(), file.findById(invoice.id()).version(), until, board());
            return true;
        });
        assertThat(as(() -> letters.sendAgain(call))).isEqualTo(1);
        assertThat(as(() -> letters.summarize(call)))
                .extracting(all -> all.waiting(), all -> all.unsent(), all -> all.cancelled())
                .containsExactly(1, 0, 0);
        assertThat(as(() -> letters.sendAgain(call))).isZero();
    }

    @Test
    void invoiceWithheldAsPaidIsSentOnceItsPaymentIsUndone() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        issueWithoutSending(call);
        PaymentId paid = pay(call, "Syndicat de la Baie", "1000");
        db.sql("UPDATE platform.mail_message SET state = 'WITHHELD', problem = 'dues.letter.withheld.settled'"
                        + " WHERE matter = 'dues_letter'")
                .update();
        assertThat(as(() -> letters.sendAgain(call))).as("paid").isZero();
        as(() -> receiving.reverse(paid, settings.today(), "Sans provision"));
        assertThat(as(() -> letters.summarize(call)).unsent()).isEqualTo(1);
        assertThat(as(() -> letters.sendAgain(call))).isEqualTo(1);
        assertThat(as(() -> letters.summarize(call)).waiting()).isEqualTo(1);
    }

    @Test
    void restartsRemindersAfterDelay() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        issueAndSend(call);
        overdue(60);
        as(() -> reminding.sendReminders(call));
        markLettersSent(call);
        var invoice = Objects.requireNonNull(line(call, "Syndicat de la Baie").invoice());
        as(() -> {
            invoicing.delay(
                    invoice.id(),
                    file.findById(invoice.id()).version(),
                    settings.today().plusDays(20),
                    board());
            return true;
        });
        overdue(80 + 5);
        assertThat(as(() -> reminding.due(call))).isZero();
        overdue(80 + 12);
        assertThat(as(() -> reminding.sendReminders(call)).mailed()).isEqualTo(1);
        markLettersSent(call);
        assertThat(as(() -> reminding.due(call))).isZero();
        overdue(80 + 45);
        assertThat(as(() -> reminding.sendReminders(call)).mailed()).isEqualTo(1);
        markLettersSent(call);
        overdue(80 + 100);
        assertThat(as(() -> reminding.due(call))).isZero();
    }

    private static Decision board() {
        return new Decision("CA", LocalDate.of(2026, 1, 10), "CA-2026-01-02", null);
    }

    /** Moves the clock to some days after the due day. */
    private void overdue(int days) {
        clock.moveTo(Instant.now().plus(Duration.ofDays(30L + days)));
    }

    private PaymentId pay(CallId call, String name, String amount) {
        var invoice = Objects.requireNonNull(line(call, name).invoice());
        return as(() -> receiving.receive(
                new PaymentFacts(
                        small,
                        null,
                        PaymentMethod.CHEQUE,
                        settings.today(),
                        "42",
                        Money.of(CAD, new BigDecimal(amount)),
                        null,
                        null,
                        null),
                List.of(PaymentPart.of(invoice.id(), new BigDecimal(amount)))));
    }

    @Test
    void settlesLaterHeadcountOnce() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        issueAndSend(call);
        assertThat(as(() -> revisions.findByCall(call))).isEmpty();
        as(() -> {
            declare(big, 1_600);
            declare(small, 300);
            return true;
        });
        List<HeadcountRevisionService.HeadcountRevision> all = as(() -> revisions.findByCall(call));
        assertThat(all)
                .extracting(it -> it.difference().getAmount().toPlainString())
                .containsExactlyInAnyOrder("-200.00", "75.00");
        for (HeadcountRevisionService.HeadcountRevision each : all) {
            MembershipId membership = each.membership();
            as(() -> revisions.settle(call, membership, false));
        }
        assertThat(as(() -> revisions.findByCall(call))).isEmpty();
        var invoice = Objects.requireNonNull(line(call, "Syndicat de la Baie").invoice());
        assertThat(invoice.balance().getAmount().toPlainString()).isEqualTo("800.00");
        assertThat(db.sql("SELECT count(*) FROM resources.ledger_invoice WHERE organisation = ?")
                        .param(small.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void showsIssuedComputationAfterRateChange() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        issueAndSend(call);
        as(() -> {
            rates.adopt(
                    unions,
                    reference.minusDays(1),
                    new Rate(RateShape.PER_CAPITA, CAD, new BigDecimal("3.00"), List.of(), null, null),
                    board());
            declare(big, 1_600);
            return true;
        });
        MemberAssessment issued = line(call, "Syndicat de la Baie").share();
        assertThat(Objects.requireNonNull(issued.owed()).amount().getAmount()).isEqualByComparingTo("1000");
        assertThat(Objects.requireNonNull(issued.headcount()).number()).isEqualTo(2_000);
        assertThat(Objects.requireNonNull(line(call, "Syndicat muet").share().rate())
                        .rate()
                        .amount())
                .as("nothing is issued to members without a headcount")
                .isEqualByComparingTo("3");
    }

    @Test
    void remindsOfInvoicesSentByOtherMeans() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        db.sql("UPDATE resources.dues_call SET due_on = ? WHERE id = ?")
                .params(settings.today().minusDays(20), call.value())
                .update();
        as(() -> launching.enterSentInvoices(call, settings.today().minusDays(60), null));
        assertThat(as(() -> reminding.due(call))).isEqualTo(2);
    }

    @Test
    void readsStandingFromDebtAndDelay() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        issueAndSend(call);
        List<OrganisationId> both = List.of(big, small);
        assertThat(account(both, big).overdueSince()).isNull();
        assertThat(account(both, big).owed())
                .extracting(it -> it.getAmount().toPlainString())
                .containsExactly("1000.00");
        overdue(12);
        PaymentId paid = pay(call, "Syndicat du Lac", "75");
        assertThat(account(both, small).owed()).isEmpty();
        assertThat(account(both, small).paidOn()).isEqualTo(settings.today());
        as(() -> receiving.reverse(paid, settings.today(), "Sans provision"));
        assertThat(account(both, small).paidOn()).as("reversed").isNull();
        assertThat(account(both, big).overdueSince()).isNotNull();
        assertThat(account(both, big).delayUntil()).isNull();
        var invoice = Objects.requireNonNull(line(call, "Syndicat de la Baie").invoice());
        LocalDate until = settings.today().plusDays(5);
        as(() -> {
            invoicing.delay(invoice.id(), file.findById(invoice.id()).version(), until, board());
            return true;
        });
        assertThat(account(both, big).delayUntil()).isEqualTo(until);
        assertThat(as(() -> standing.accounts(List.of(silent), settings.today())))
                .isEmpty();
    }

    private MemberAccount account(List<OrganisationId> members, OrganisationId of) {
        return Objects.requireNonNull(
                as(() -> standing.accounts(members, settings.today())).get(of));
    }
}
