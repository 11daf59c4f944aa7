package org.convergence.resources.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.PaymentService;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An instalment received is one payment of the ledger, and is told in the financial report. */
@ModuleTest
class InstalmentPagesTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private PaymentService payments;

    private String agreement = "";
    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void anAgreement() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM resources.spending_expense").update();
        db.sql("DELETE FROM resources.spending_budget").update();
        db.sql("DELETE FROM resources.grant_agreement").update();
        today = settings.today();
        agreement = Objects.requireNonNull(pages.as(Role.COORDINATOR)
                .post(
                        "/resources/grant/agreement/new",
                        form -> form.field("title", "Appui fictif")
                                .field("currency", "CAD")
                                .field("from", today.minusYears(3))
                                .field("to", today.plusDays(20))
                                .field("scope", "MISSION")
                                .field("lines", "1;Salaires;10000"))
                .getResponse()
                .getRedirectedUrl());
    }

    private String add(String kind, String what, String... more) {
        assertThat(pages.as(Role.COORDINATOR).post(agreement + "/due", form -> {
                    form.field("kind", kind).field("what", what).field("due", today.minusDays(1));
                    for (String each : more) {
                        form.field(each.split("=", 2)[0], each.split("=", 2)[1]);
                    }
                }))
                .hasStatus(303);
        UUID id = db.sql("SELECT id FROM resources.grant_agreement_due WHERE what = ?")
                .param(what)
                .query(UUID.class)
                .single();
        return agreement + "/due/" + id;
    }

    private String text(Role role, String url) {
        return pages.as(role).open(url).select("main").text().replace('\u00a0', ' ');
    }

    @Test
    void anInstalmentReceivedIsOnePaymentOfTheLedger() {
        db.sql("UPDATE resources.grant_agreement SET funder = ?")
                .param(funder().value())
                .update();
        String url = add("INSTALMENT", "Tranche du grand livre", "amount=15000");
        var accountant = pages.as(Role.ACCOUNTANT);
        assertThat(accountant.post(url + "/done", "version=1", "on=" + today, "amount=15000"))
                .hasStatus(303);
        assertThat(text(Role.ACCOUNTANT, "/resources/ledger/queue")).contains("Bailleur du grand livre", "15 000,00 $");
        assertThat(text(Role.ACCOUNTANT, agreement)).contains("reçu le").doesNotContain("fait le");
        UUID payment = payment();
        assertThat(text(Role.ACCOUNTANT, "/resources/ledger/payments/" + payment))
                .as("revenue from grants")
                .contains("Subvention 15 000,00 $")
                .doesNotContain("Autre revenu");
        assertThat(accountant.post(
                        "/resources/ledger/payments/" + payment + "/reverse", "day=" + today, "reason=Retourné"))
                .as("the agreement says that it is received")
                .hasStatus(422);
        assertThat(accountant.post(url + "/open", "version=2")).hasStatus(303);
        assertThat(sum()).as("taken back").isZero();
        assertThat(accountant.post(url + "/done", "version=3", "on=" + today, "amount=15000"))
                .hasStatus(303);
        assertThat(sum()).as("noted again").isEqualByComparingTo("15000");
        String second = add("INSTALMENT", "Tranche saisie d’abord", "amount=700");
        CurrentActor.runAs(
                visitors.actor(Role.ACCOUNTANT),
                () -> payments.receive(
                        new PaymentFacts(
                                funder(),
                                null,
                                PaymentMethod.CHEQUE,
                                today.minusDays(3),
                                "0412",
                                Money.of(CurrencyUnit.CAD, 700),
                                null,
                                null,
                                null),
                        List.of()));
        assertThat(accountant.post(second + "/done", "version=1", "on=" + today, "amount=700"))
                .hasStatus(303);
        assertThat(sum()).as("the cheque is the instalment").isEqualByComparingTo("15700");
        assertThat(accountant.post(second + "/open", "version=2")).hasStatus(303);
        assertThat(sum()).as("the cheque stays").isEqualByComparingTo("15700");
    }

    private OrganisationId funder() {
        return CurrentActor.callAs(
                visitors.actor(Role.COORDINATOR), () -> people.findOrCreateOrganisation("Bailleur du grand livre"));
    }

    private UUID payment() {
        return db.sql("SELECT payment FROM resources.grant_agreement_due WHERE payment IS NOT NULL")
                .query(UUID.class)
                .single();
    }

    private BigDecimal sum() {
        return db.sql(
                        "SELECT coalesce(sum(amount), 0) FROM resources.ledger_payment WHERE organisation = ? OR reverses IN (SELECT id FROM resources.ledger_payment WHERE organisation = ?)")
                .params(funder().value(), funder().value())
                .query(BigDecimal.class)
                .single();
    }

    @Test
    void theFinancialReportTellsWhatTheFunderPaidByItsLastDay() {
        String first = add("INSTALMENT", "Premier", "amount=15000");
        String report = Objects.requireNonNull(pages.as(Role.COORDINATOR)
                .post(
                        "/resources/spending/report?budget="
                                + db.sql("SELECT id FROM resources.spending_budget")
                                        .query(UUID.class)
                                        .single(),
                        "from=" + today.minusYears(3),
                        "to=" + today.minusDays(10))
                .getResponse()
                .getRedirectedUrl());
        assertThat(text(Role.COORDINATOR, report)).as("nothing is noted").doesNotContain("Reçu du bailleur");
        for (String url : List.of(first, add("INSTALMENT", "Second", "amount=500"))) {
            String day = url.equals(first) ? today.minusDays(20).toString() : today.toString();
            String amount = url.equals(first) ? "15000" : "500";
            assertThat(pages.as(Role.COORDINATOR).post(url + "/done", "version=1", "on=" + day, "amount=" + amount))
                    .hasStatus(303);
        }
        assertThat(text(Role.COORDINATOR, report))
                .contains("Reçu du bailleur de fonds : 15 000,00 $. Reçu et pas dépensé : 15 000,00 $.");
    }
}
