package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.People;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.QueuedJobs;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.RateShape;
import org.convergence.resources.dues.domain.CallLines.CallLine;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.InvoiceFile;
import org.convergence.resources.ledger.domain.Invoicing;
import org.convergence.resources.ledger.domain.Part;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.Receiving;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.MemberKind;
import org.convergence.resources.membership.MembershipId;
import org.convergence.resources.membership.domain.Admission;
import org.convergence.resources.membership.domain.CategoryFacts;
import org.convergence.resources.membership.domain.CategoryKeeping;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.Headcounts;
import org.convergence.resources.membership.domain.MembershipFacts;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.MovingClock;
import org.convergence.testing.Visitors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A year of dues: called, issued once, reminded of, revised. */
@ModuleTest
@Import(QueuedJobs.class)
class DuesYearTest {

    /** The time of this application alone. */
    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        MovingClock movingClock() {
            return new MovingClock();
        }
    }

    private static final CurrencyUnit CAD = CurrencyUnit.of("CAD");

    @Autowired
    private Visitors visitors;

    @Autowired
    private CategoryKeeping categories;

    @Autowired
    private Admission admission;

    @Autowired
    private Headcounts headcounts;

    @Autowired
    private RateKeeping rates;

    @Autowired
    private People people;

    @Autowired
    private Arrangements arrangements;

    @Autowired
    private CallKeeping calls;

    @Autowired
    private CallLines lines;

    @Autowired
    private CallIssuing issuing;

    @Autowired
    private DuesReminding reminding;

    @Autowired
    private Revisions revisions;

    @Autowired
    private InvoiceFile file;

    @Autowired
    private Invoicing invoicing;

    @Autowired
    private Receiving receiving;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private QueuedJobs queued;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient db;

    private LocalDate reference = LocalDate.EPOCH;
    private OrganisationId big = new OrganisationId(new UUID(0, 0));
    private OrganisationId small = big;
    private OrganisationId silent = big;
    private CategoryId unions = new CategoryId(new UUID(0, 0));

    @AfterEach
    void theClockComesBack() {
        ((MovingClock) clock).comeBack();
    }

    @BeforeEach
    void threeMembers() {
        visitors.anOrganisation();
        // Members of other tests are none on a day of one's own: everything lies in another year each time.
        db.sql("DELETE FROM resources.dues_share WHERE invoice IS NULL").update();
        db.sql("UPDATE resources.membership SET until = since WHERE until IS NULL")
                .update();
        db.sql("DELETE FROM platform.mail_message").update();
        reference = settings.today().minusDays(30);
        as(() -> {
            String code = "X" + Math.abs(UUID.randomUUID().hashCode() % 100_000_000);
            unions = categories.add(
                    new CategoryFacts(code, "Syndicats " + code, MemberKind.ORGANISATION, null, null, null, null));
            rates.adopt(
                    unions,
                    LocalDate.of(2020, 1, 1),
                    new Rate(RateShape.PER_CAPITA, CAD, new BigDecimal("0.50"), List.of(), new BigDecimal("75"), null),
                    new Decision("AGA", LocalDate.of(2019, 12, 1), null, null));
            big = member("Syndicat de la Baie ", 2_000);
            small = member("Syndicat du Lac ", 100);
            silent = member("Syndicat muet ", null);
            arrangements.say(0, arrangement(big, "facturation@baie.example", false));
            arrangements.say(0, arrangement(small, null, true));
            return true;
        });
    }

    private static Arrangement arrangement(OrganisationId of, @Nullable String mail, boolean post) {
        return new Arrangement(of, null, mail, post, null, null, "Conseil syndical", null, null);
    }

    private OrganisationId member(String name, @Nullable Integer headcount) {
        OrganisationId id = people.organisationNamed(name + UUID.randomUUID());
        admission.admit(new MembershipFacts(id, unions, LocalDate.of(2015, 1, 1), null));
        if (headcount != null) {
            declare(id, headcount);
        }
        return id;
    }

    private void declare(OrganisationId id, int number) {
        headcounts.declare(new HeadcountFacts(id, reference, number, HeadcountStatus.DECLARED, null, null));
    }

    private CallFacts facts(CallKind kind, @Nullable String amount, @Nullable String percent) {
        return new CallFacts(
                kind,
                "Cotisation " + reference.getYear(),
                reference,
                settings.today().plusDays(30),
                null,
                null,
                amount == null ? null : new BigDecimal(amount),
                percent == null ? null : new BigDecimal(percent),
                null,
                "À l’ordre du Centre.",
                List.of(10, 40),
                true);
    }

    private Map<String, CallLine> byName(CallId call) {
        return as(() -> lines.some(calls.one(call), null, 100)).stream()
                .collect(
                        Collectors.toMap(it -> it.share().member().name().replaceAll(" [0-9a-f]{8}-.*", ""), it -> it));
    }

    private void run(CallId call) {
        UUID job = as(() -> issuing.begin(call));
        queued.run(job);
    }

    @Test
    void aCallAsksEachOnceAndSendsItWhereItWantsIt() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        CallLines.Total before = as(() -> lines.total(calls.one(call)));
        assertThat(before.members()).isEqualTo(3);
        assertThat(before.askable()).isEqualTo(2);
        assertThat(before.sums())
                .extracting(it -> it.getAmount().toPlainString())
                .containsExactly("1075.00");
        assertThat(before.lackingMany()).isEqualTo(1);
        assertThat(before.byPost()).isEqualTo(1);
        run(call);
        assertThat(letters()).containsExactly("facturation@baie.example dues_invoice");
        CallLine asked = line(call, "Syndicat de la Baie");
        var invoice = Objects.requireNonNull(asked.invoice());
        InvoiceFile.Whole whole = as(() -> file.one(invoice.id()));
        assertThat(whole.lines())
                .singleElement()
                .satisfies(it -> assertThat(it.text()).contains("2\u00a0000 × 0,50\u00a0$", "effectif", "déclaré"));
        assertThat(whole.note()).isEqualTo("À l’ordre du Centre.");
        // Who declares late is asked later; who was asked is not asked again.
        as(() -> {
            declare(silent, 400);
            return true;
        });
        run(call);
        CallLines.Total after = as(() -> lines.total(calls.one(call)));
        assertThat(after.issued()).isEqualTo(3);
        assertThat(after.asked())
                .extracting(it -> it.getAmount().toPlainString())
                .containsExactly("1275.00");
        assertThatThrownBy(() -> as(() -> issuing.begin(call))).isInstanceOf(Refused.class);
        assertThat(letters()).hasSize(1);
        assertThatThrownBy(() -> as(() -> {
                    calls.correct(call, calls.one(call).version(), facts(CallKind.APPEAL, "5", null));
                    return true;
                }))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whoIsOverdueIsRemindedOnceARoundAndWhoWaitsIsLeftInPeace() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        run(call);
        assertThat(as(() -> reminding.due(call))).isZero();
        overdue(12);
        db.sql("DELETE FROM platform.mail_message").update();
        assertThat(as(() -> reminding.remind(call))).isEqualTo(2);
        assertThat(letters()).containsExactly("facturation@baie.example dues_reminder");
        assertThat(as(() -> reminding.remind(call))).isZero();
        overdue(60);
        pay(call, "Syndicat du Lac", "75");
        assertThat(as(() -> reminding.due(call))).isEqualTo(1);
        var invoice = Objects.requireNonNull(line(call, "Syndicat de la Baie").invoice());
        as(() -> {
            invoicing.delay(
                    invoice.id(),
                    file.one(invoice.id()).version(),
                    settings.today().plusDays(5),
                    board());
            return true;
        });
        assertThat(as(() -> reminding.due(call))).isZero();
    }

    private static Decision board() {
        return new Decision("CA", LocalDate.of(2026, 1, 10), "CA-2026-01-02", null);
    }

    /** So many days after they were due. */
    private void overdue(int days) {
        ((MovingClock) clock).goTo(Instant.now().plus(Duration.ofDays(30L + days)));
    }

    private void pay(CallId call, String name, String amount) {
        var invoice = Objects.requireNonNull(line(call, name).invoice());
        as(() -> receiving.receive(
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
                List.of(Part.of(invoice.id(), new BigDecimal(amount)))));
    }

    @Test
    void aLaterHeadcountIsCreditedOrAskedOnce() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        run(call);
        assertThat(as(() -> revisions.of(call))).isEmpty();
        as(() -> {
            declare(big, 1_600);
            declare(small, 300);
            return true;
        });
        List<Revisions.Revision> all = as(() -> revisions.of(call));
        assertThat(all)
                .extracting(it -> it.difference().getAmount().toPlainString())
                .containsExactlyInAnyOrder("-200.00", "75.00");
        for (Revisions.Revision each : all) {
            MembershipId membership = each.membership();
            as(() -> revisions.settle(call, membership));
        }
        assertThat(as(() -> revisions.of(call))).isEmpty();
        var invoice = Objects.requireNonNull(line(call, "Syndicat de la Baie").invoice());
        assertThat(invoice.balance().getAmount().toPlainString()).isEqualTo("800.00");
        assertThat(db.sql("SELECT count(*) FROM resources.ledger_invoice WHERE organisation = ?")
                        .param(small.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void anAppealIsTheSameGestureWithItsOwnAmount() {
        CallId half = as(() -> calls.prepare(facts(CallKind.APPEAL, null, "50")));
        assertThat(as(() -> lines.total(calls.one(half)).sums()))
                .extracting(it -> it.getAmount().toPlainString())
                .containsExactly("537.50");
        CallId same = as(() -> calls.prepare(facts(CallKind.APPEAL, "100", null)));
        MembershipId left = line(same, "Syndicat muet").share().member().id();
        as(() -> {
            calls.leaveOut(same, left, "fusionne");
            return true;
        });
        assertThat(as(() -> lines.total(calls.one(same)).sums()))
                .extracting(it -> it.getAmount().toPlainString())
                .containsExactly("200.00");
        as(() -> {
            calls.drop(half);
            return true;
        });
        assertThatThrownBy(() -> as(() -> calls.one(half))).isInstanceOf(NotFound.class);
    }

    private CallLine line(CallId call, String name) {
        return Objects.requireNonNull(byName(call).get(name));
    }

    private List<String> letters() {
        return db.sql("SELECT recipient || ' ' || purpose FROM platform.mail_message ORDER BY 1")
                .query(String.class)
                .list();
    }

    private <T> T as(Callable<T> work) {
        try {
            return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
