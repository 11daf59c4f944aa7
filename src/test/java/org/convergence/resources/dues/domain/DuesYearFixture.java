package org.convergence.resources.dues.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.platform.mail.DeliveryMethod;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.RateShape;
import org.convergence.resources.dues.domain.CallLineQueries.CallLine;
import org.convergence.resources.ledger.domain.InvoiceDetailsQueries;
import org.convergence.resources.ledger.domain.InvoiceService;
import org.convergence.resources.ledger.domain.PaymentService;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.MemberKind;
import org.convergence.resources.membership.domain.AdmissionService;
import org.convergence.resources.membership.domain.CategoryFacts;
import org.convergence.resources.membership.domain.CategoryService;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.HeadcountService;
import org.convergence.resources.membership.domain.MembershipFacts;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.MovingClock;
import org.convergence.testing.TestUsers;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Three members in a year of dues: one that pays by mail, one by post, one that declares no headcount. */
@ModuleTest
abstract class DuesYearFixture {

    static final CurrencyUnit CAD = CurrencyUnit.of("CAD");

    @Autowired
    TestUsers visitors;

    @Autowired
    CategoryService categories;

    @Autowired
    AdmissionService admission;

    @Autowired
    HeadcountService headcounts;

    @Autowired
    RateService rates;

    @Autowired
    PeopleDirectory people;

    @Autowired
    PaymentArrangementService arrangements;

    @Autowired
    DuesCallService calls;

    @Autowired
    CallLineQueries lines;

    @Autowired
    CallLaunchService launching;

    @Autowired
    DuesReminderService reminding;

    @Autowired
    CallLetterService letters;

    @Autowired
    HeadcountRevisionService revisions;

    @Autowired
    InvoiceDetailsQueries file;

    @Autowired
    InvoiceService invoicing;

    @Autowired
    PaymentService receiving;

    @Autowired
    OrganisationSettings settings;

    @Autowired
    ConcurrentActions atOnce;

    @Autowired
    JobTestRunner queued;

    @Autowired
    MovingClock clock;

    @Autowired
    JdbcClient db;

    LocalDate reference = LocalDate.EPOCH;
    OrganisationId big = new OrganisationId(new UUID(0, 0));
    OrganisationId small = big;
    OrganisationId silent = big;
    CategoryId unions = new CategoryId(new UUID(0, 0));

    @BeforeEach
    void createMembers() {
        visitors.ensureOrganisation();
        // Each test uses another year, so that members of other tests are not members on its reference date.
        db.sql("DELETE FROM resources.dues_share WHERE invoice IS NULL").update();
        db.sql("UPDATE resources.membership SET until = since WHERE until IS DISTINCT FROM since")
                .update();
        renameCalls();
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
            arrangements.save(0, new PaymentArrangement(small, null, true, null, "Conseil syndical", null, null));
            return true;
        });
        db.sql("""
                        UPDATE directory.people_organisation
                        SET contact_points = '[{"channel": "MAIL", "sphere": "PROFESSIONAL",
                                                "value": "facturation@baie.example", "label": "facturation"}]'
                        WHERE id = ?
                        """).param(big.value()).update();
    }

    /** Renames all calls, since a second call of one name is refused. */
    void renameCalls() {
        db.sql("UPDATE resources.dues_call SET name = id::text").update();
    }

    OrganisationId member(String name, @Nullable Integer headcount) {
        OrganisationId id = people.findOrCreateOrganisation(name + UUID.randomUUID());
        admission.admit(new MembershipFacts(id, unions, LocalDate.of(2015, 1, 1), null));
        if (headcount != null) {
            declare(id, headcount);
        }
        return id;
    }

    void declare(OrganisationId id, int number) {
        headcounts.declare(new HeadcountFacts(id, reference, number, HeadcountStatus.DECLARED, null, null));
    }

    CallFacts facts(CallKind kind, @Nullable String amount, @Nullable String percent) {
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
                null,
                null,
                List.of(10, 40),
                true);
    }

    Map<String, CallLine> byName(CallId call) {
        return as(() -> lines.findPage(calls.findById(call), null, 100)).stream()
                .collect(
                        Collectors.toMap(it -> it.share().member().name().replaceAll(" [0-9a-f]{8}-.*", ""), it -> it));
    }

    /** Issues a call; its letters leave at once. */
    void issueAndSend(CallId call) {
        issueWithoutSending(call);
        markLettersSent(call);
    }

    /** Issues a call; its letters wait. */
    void issueWithoutSending(CallId call) {
        UUID job = as(() -> launching.start(call, null));
        queued.run(job);
    }

    /** Marks the letters of a call as sent: by mail, and on paper by hand. */
    void markLettersSent(CallId call) {
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = :now WHERE state = 'QUEUED'")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        as(() -> letters.markDelivered(
                call,
                letters.findOpen(call).stream()
                        .map(CallLetterService.OpenLetter::id)
                        .collect(Collectors.toSet()),
                DeliveryMethod.HAND,
                settings.today()));
    }

    CallLine line(CallId call, String name) {
        return Objects.requireNonNull(byName(call).get(name));
    }

    List<String> letters() {
        return db.sql("SELECT recipient || ' ' || purpose FROM platform.mail_message WHERE recipient <> '' ORDER BY 1")
                .query(String.class)
                .list();
    }

    <T> T as(Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::get);
    }
}
