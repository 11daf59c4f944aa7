package org.convergence.resources.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convergence.resources.ledger.LedgerFixture.DAY;
import static org.convergence.resources.ledger.LedgerFixture.cad;
import static org.convergence.resources.ledger.LedgerFixture.cheque;
import static org.convergence.resources.ledger.LedgerFixture.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.ledger.domain.BookAccountService;
import org.convergence.resources.ledger.domain.DepositService;
import org.convergence.resources.ledger.domain.InvoiceService;
import org.convergence.resources.ledger.domain.PaymentService;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Nothing is entered for an impossible day, and the form shows the error at the day. */
@ModuleTest
class LedgerDatesTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private PaymentService receiving;

    @Autowired
    private InvoiceService invoicing;

    @Autowired
    private DepositService deposits;

    @Autowired
    private BookAccountService accounts;

    @Autowired
    private OrganisationSettings settings;

    private OrganisationId union = new OrganisationId(new UUID(0, 0));
    private LocalDate today = DAY;

    @BeforeEach
    void createUnion() {
        visitors.ensureOrganisation();
        union = as(() -> people.findOrCreateOrganisation("Syndicat " + UUID.randomUUID()));
        today = settings.today();
    }

    @Test
    void reversesOnlyBetweenReceiptAndToday() {
        LocalDate received = DAY.plusDays(20);
        PaymentId payment = as(() -> receiving.receive(cheque(union, "50", received), List.of()));
        refuses(
                "ledger.refused.reversal-to-come",
                () -> as(() -> receiving.reverse(payment, today.plusDays(1), "Sans provision")));
        refuses(
                "ledger.refused.reversal-before",
                () -> as(() -> receiving.reverse(payment, received.minusDays(1), "Sans provision")));
        String url = "/resources/ledger/payments/" + payment.value() + "/reverse";
        assertThat(errorAt(
                        "on", pages.as(Role.COORDINATOR).post(url, "on=" + today.plusDays(1), "reason=Sans provision")))
                .contains("est à venir");
        assertThat(errorAt(
                        "on",
                        pages.as(Role.COORDINATOR).post(url, "on=" + received.minusDays(1), "reason=Sans provision")))
                .contains("4 février 2026");
        assertThat(errorAt("on", pages.as(Role.COORDINATOR).post(url, "on=", "reason=Sans provision")))
                .doesNotContain("avant celui");
        assertThat(pages.as(Role.COORDINATOR).post(url, "on=" + received, "reason=Sans provision"))
                .hasStatus(303);
    }

    @Test
    void rejectsDelayInThePast() {
        InvoiceId overdue = owed(DAY.plusDays(30));
        String url = "/resources/ledger/invoices/" + overdue.value() + "/delay";
        assertThat(Pages.parse(pages.as(Role.COORDINATOR).get(url))
                        .select("input[name=until]")
                        .val())
                .isEqualTo(today.plusDays(30).toString());
        InvoiceId ahead = owed(today.plusDays(10));
        assertThat(Pages.parse(pages.as(Role.COORDINATOR).get("/resources/ledger/invoices/" + ahead.value() + "/delay"))
                        .select("input[name=until]")
                        .val())
                .isEqualTo(today.plusDays(40).toString());
        refuses(
                "ledger.refused.delay-past",
                () -> as(() -> {
                    invoicing.delay(overdue, 1, today.minusDays(1), new Decision("CA", DAY, null, null));
                    return true;
                }));
        String[] decided = {"version=1", "body=CA", "date=2026-01-10"};
        assertThat(errorAt("until", post(url, decided, "until=" + today.minusDays(1))))
                .contains("est passé");
        assertThat(errorAt("until", post(url, decided, "until=2026-01-20"))).contains("avant l’échéance");
        assertThat(post(url, decided, "until=" + today)).hasStatus(303);
    }

    @Test
    void rejectsFutureDecision() {
        InvoiceId dues = owed(DAY.plusDays(30));
        var tomorrows = new Decision("CA", today.plusDays(1), null, null);
        String key = "ledger.refused.decision-to-come";
        refuses(key, () -> as(() -> invoicing.writeOff(dues, 1, cad("10"), "Dissous", tomorrows)));
        refuses(
                key,
                () -> as(() -> {
                    invoicing.delay(dues, 1, today.plusDays(30), tomorrows);
                    return true;
                }));
        String url = "/resources/ledger/invoices/" + dues.value();
        String[] decided = {"version=1", "body=CA", "date=2062-11-26"};
        assertThat(errorAt("date", post(url + "/write-off", decided, "amount=10", "reason=Dissous")))
                .contains("est à venir");
        assertThat(errorAt("date", post(url + "/delay", decided, "until=" + today.plusDays(30))))
                .contains("est à venir");
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                url + "/write-off",
                                "version=1",
                                "body=CA",
                                "date=" + today,
                                "amount=10",
                                "reason=Dissous"))
                .hasStatus(303);
    }

    @Test
    void futureDepositTakesNoNumber() {
        PaymentId payment = as(() -> receiving.receive(cheque(union, "50"), List.of()));
        AccountId bank = as(() -> accounts.findFirst(AccountPurpose.BANK));
        LocalDate later = today.plusYears(36);
        refuses("ledger.refused.deposit-to-come", () -> as(() -> deposits.create(bank, later, List.of(payment))));
        assertThat(errorAt(
                        "day",
                        pages.as(Role.COORDINATOR)
                                .post(
                                        "/resources/ledger/deposits",
                                        "bank=" + bank.value(),
                                        "day=" + later,
                                        "payment=" + payment.value())))
                .contains("est à venir");
        DepositId made = as(() -> deposits.create(bank, today, List.of(payment)));
        assertThat(as(() -> deposits.findById(made)).madeOn()).isEqualTo(today);
    }

    private InvoiceId owed(LocalDate due) {
        return as(() -> invoicing.issue(invoice(union, "100", due, null)));
    }

    private static void refuses(String key, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.messageKey()).isEqualTo(key));
    }

    private static String errorAt(String field, MvcTestResult answer) {
        assertThat(answer).hasStatus(422);
        return Pages.parse(answer).select("#f-" + field + "-error").text();
    }

    private MvcTestResult post(String uri, String[] fields, String... more) {
        return pages.as(Role.COORDINATOR)
                .post(uri, Stream.of(fields, more).flatMap(Stream::of).toArray(String[]::new));
    }

    private <T> T as(Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::get);
    }
}
