package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.PaymentPart;
import org.convergence.resources.ledger.domain.PaymentService;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A sponsor of an event: nothing is public, a task or invoiced before a decision accepts it (R-EVT-9b). */
@ModuleTest
class SponsorshipTest {

    private static final String[] PROPOSAL = {
        "organisation-new=Imprimerie fictive du Quai",
        "amount=1500",
        "inKind=Le programme imprimé",
        "counterparts=Le logo sur le programme\nDix places",
        "named=true"
    };

    @Autowired
    private EventFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private PaymentService payments;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private EventId event = new EventId(new UUID(0, 0));

    @BeforeEach
    void announcedEvent() {
        fixture.prepare();
        event = fixture.announce(100, "target=1000");
    }

    private String propose(String... fields) {
        return Pages.location(pages.as(Role.STAFF).post(EventFixture.url(event) + "/sponsorships/new", fields));
    }

    private MvcTestResult decide(Role role, String url, int version, LocalDate on, String words) {
        return pages.as(role)
                .post(
                        url,
                        "version=" + version,
                        "body=Comité exécutif",
                        "date=" + on,
                        "number=CE-2026-11-02",
                        "checked=" + words,
                        "reason=" + words);
    }

    private String publicPage() {
        return Pages.parse(pages.asStranger().get("/public/event/" + event.value()))
                .text();
    }

    @Test
    void acceptedSponsorIsNamedServedAndInvoiced() {
        String url = propose(PROPOSAL);
        assertThat(publicPage()).doesNotContain("Imprimerie fictive");
        assertThat(pages.as(Role.COORDINATOR).post(url + "/invoice"))
                .as("before the decision")
                .hasStatus(422);
        assertThat(decide(Role.STAFF, url + "/accept", 1, settings.today(), "Coopérative"))
                .as("staff proposes, and does not decide")
                .hasStatus(403);
        assertThat(decide(Role.COORDINATOR, url + "/accept", 1, settings.today(), ""))
                .as("its conduct was not checked")
                .hasStatus(422);
        assertThat(decide(Role.COORDINATOR, url + "/accept", 1, settings.today().plusDays(1), "Coopérative"))
                .as("a decision to come")
                .hasStatus(422);
        assertThat(decide(Role.COORDINATOR, url + "/accept", 1, settings.today(), "Coopérative, syndiquée"))
                .hasStatus(303);

        assertThat(publicPage()).contains("Avec l’appui de", "Imprimerie fictive du Quai");
        assertThat(fixture.main(url, Role.STAFF))
                .contains("Acceptée", "Comité exécutif", "CE-2026-11-02", "Le logo sur le programme", "Dix places");
        String invoice = Pages.location(pages.as(Role.COORDINATOR).post(url + "/invoice"));
        assertThat(Pages.location(pages.as(Role.COORDINATOR).post(url + "/invoice")))
                .as("one invoice")
                .isEqualTo(invoice);
        assertThat(fixture.main(EventFixture.url(event), Role.STAFF))
                .as("an invoice is no result")
                .doesNotContain("Commandites payées");
        pay(invoice, "1500.00");
        assertThat(fixture.main(EventFixture.url(event), Role.STAFF))
                .contains("Commandites payées 1 500,00 $", "Résultat net 1 500,00 $");
        for (String page : List.of(EventFixture.url(event), url)) {
            assertThat(fixture.main(page, Role.VOLUNTEER))
                    .contains("Imprimerie fictive")
                    .doesNotContain("$");
        }

        assertThat(decide(Role.COORDINATOR, url + "/end", 4, settings.today(), "Un lock-out commence chez elle"))
                .hasStatus(303);
        assertThat(publicPage()).doesNotContain("Imprimerie fictive");
        assertThat(fixture.main(url, Role.STAFF))
                .as("the decision that accepted it stays beside the one that ended it")
                .contains("Décision Comité exécutif", "Terminée par Comité exécutif");
    }

    @Test
    void invoiceIsInTheLanguageOfTheSponsor() {
        String url = propose(PROPOSAL);
        decide(Role.COORDINATOR, url + "/accept", 1, settings.today(), "Coopérative");
        assertThat(fixture.main(url, Role.COORDINATOR)).contains("Langue de la facture françaisanglais");
        String invoice = Pages.location(pages.as(Role.COORDINATOR).post(url + "/invoice", "language=en"));
        assertThat(db.sql("SELECT language FROM resources.ledger_invoice WHERE id = ?")
                        .param(UUID.fromString(invoice.substring(invoice.lastIndexOf('/') + 1)))
                        .query(String.class)
                        .single())
                .isEqualTo("en");
        assertThat(fixture.main(url, Role.COORDINATOR))
                .contains("Voir la facture")
                .doesNotContain("Langue de");
    }

    @Test
    void tasksOfSponsorsMoveWithTheEvent() {
        String url = propose(PROPOSAL);
        assertThat(decide(Role.COORDINATOR, url + "/accept", 1, settings.today(), "Coopérative"))
                .hasStatus(303);
        LocalDate later = settings.today().plusDays(9);
        String form = EventFixture.url(event) + "/edit";
        assertThat(pages.as(Role.STAFF).post(form, "version=" + version(), "name=Soirée", "day=" + later, "quota=100"))
                .hasStatus(303);
        assertThat(db.sql(
                                "SELECT DISTINCT due_on FROM plan.checklist_item WHERE kind = 'outreach.event' AND subject = ?")
                        .param(UUID.fromString(url.substring(url.lastIndexOf('/') + 1)))
                        .query(LocalDate.class)
                        .list())
                .containsExactly(later);
    }

    private int version() {
        return db.sql("SELECT version FROM outreach.event WHERE id = ?")
                .param(event.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void refusedSponsorKeepsItsReasonAndNothingElse() {
        String url = propose(PROPOSAL);
        assertThat(decide(Role.COORDINATOR, url + "/refuse", 1, settings.today(), ""))
                .as("without a reason")
                .hasStatus(422);
        assertThat(decide(Role.COORDINATOR, url + "/refuse", 1, settings.today(), "Elle a cassé une grève"))
                .hasStatus(303);
        assertThat(fixture.main(url, Role.STAFF))
                .contains("Refusée", "Elle a cassé une grève")
                .doesNotContain("Dix places");
        assertThat(decide(Role.COORDINATOR, url + "/accept", 2, settings.today(), "Vérifié"))
                .as("it is decided")
                .hasStatus(422);
        assertThat(publicPage()).doesNotContain("Imprimerie fictive");
        assertThat(fixture.count("plan.checklist_item WHERE kind = 'outreach.event' AND subject = '"
                        + url.substring(url.lastIndexOf('/') + 1) + "'"))
                .isZero();
    }

    @Test
    void proposalBringsMoneyOrSomethingInKind() {
        assertThat(pages.as(Role.STAFF)
                        .post(EventFixture.url(event) + "/sponsorships/new", "organisation-new=Imprimerie fictive"))
                .hasStatus(422);
        String url = propose("organisation-new=Salle fictive", "inKind=La salle");
        assertThat(decide(Role.COORDINATOR, url + "/accept", 1, settings.today(), "Un centre communautaire"))
                .hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).post(url + "/invoice"))
                .as("nothing to pay")
                .hasStatus(422);
        assertThat(publicPage()).as("not to be named").doesNotContain("Salle fictive");
    }

    private void pay(String invoice, String amount) {
        var id = new InvoiceId(UUID.fromString(invoice.substring(invoice.lastIndexOf('/') + 1)));
        var facts = new PaymentFacts(
                null,
                "Imprimerie fictive du Quai",
                PaymentMethod.TRANSFER,
                settings.today(),
                String.format(Locale.ROOT, "V-%s", id.value()),
                Money.of(CurrencyUnit.CAD, new BigDecimal(amount)),
                null,
                null,
                null);
        CurrentActor.runAs(
                Actor.system("test"),
                () -> payments.receive(facts, List.of(PaymentPart.of(id, new BigDecimal(amount)))));
    }
}
