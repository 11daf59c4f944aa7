package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.convergence.identity.Role;
import org.convergence.outreach.event.domain.EventQueries;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.domain.TestLetterSender;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.MailText;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.MovingClock;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The invoice of a table, from its page to the letter. */
@ModuleTest
class EventInvoiceTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    private EventFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private TestLetterSender sender;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private MovingClock clock;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void prepare() {
        server.start();
        fixture.prepare();
    }

    @AfterEach
    void stop() {
        server.stop();
        clock.reset();
    }

    @Test
    void lettersOfAKnownOrganisationGoToItsAddress() {
        EventId event = fixture.announce(100);
        fixture.sell(event, "Syndicat A", 1);
        db.sql("""
                        UPDATE directory.people_organisation SET contact_points =
                               '[{"channel": "MAIL", "sphere": "PROFESSIONAL", "value": "bureau@syndicat.example", "label": null}]'
                        WHERE name = 'Syndicat A'
                        """).update();
        String known = db.sql("SELECT id::text FROM directory.people_organisation WHERE name = 'Syndicat A'")
                .query(String.class)
                .single();
        String order = Pages.location(pages.as(Role.STAFF)
                .post(
                        EventFixture.url(event) + "/orders/new",
                        "organisation=" + known,
                        "name=Ana",
                        "seats=2",
                        "mode=IN_PERSON"));
        assertThat(fixture.main(order, Role.STAFF))
                .contains("bureau@syndicat.example")
                .doesNotContain("Sans courriel");
    }

    @Test
    void showsItsPriceAndSendsTheInvoiceOfATable() {
        EventId event = fixture.announce(100, "regular=90", "tableSize=8");
        assertThat(pages.asStranger()
                        .open("/public/event/" + event.value())
                        .text()
                        .replace('\u00a0', ' '))
                .contains("Prix d’une place, pour une organisation Prix régulier · 90,00 $", "une table de 8");
        assertThat(fixture.main(EventFixture.url(event) + "/orders/new", Role.STAFF))
                .contains("Prix régulier · 90,00 $")
                .doesNotContain("Prix réduit");
        String order = fixture.sell(event, "Syndicat A", 8, "price=REGULAR");
        String invoice = Pages.location(pages.as(Role.COORDINATOR).post(order + "/invoice"));
        assertThat(fixture.main(invoice, Role.COORDINATOR))
                .contains("Envoyer à ana@union.example", "Aucun envoi noté : cette facture est à remettre");
        assertThat(fixture.main(invoice + "/mail", Role.COORDINATOR)).contains("720,00 $", "ana@union.example");
        assertThat(pages.as(Role.COORDINATOR).post(invoice + "/mail")).hasStatus(303);
        assertThat(fixture.main(invoice, Role.COORDINATOR))
                .contains("Envoi de la facture", "Annuler cet envoi")
                .doesNotContain("Envoyer à ana");
        assertThat(pages.as(Role.COORDINATOR).post(invoice + "/mail"))
                .as("it waits")
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR).post(invoice + "/mail/take-back")).hasStatus(303);
        assertThat(fixture.main(invoice, Role.COORDINATOR)).contains("Retenu", "Envoyer à ana@union.example");
        pages.as(Role.COORDINATOR).post(invoice + "/mail");
        String version = pages.as(Role.COORDINATOR)
                .open(invoice + "/credit")
                .select("input[name=version]")
                .val();
        assertThat(pages.as(Role.COORDINATOR)
                        .post(invoice + "/credit", "version=" + version, "amount=720", "reason=Table offerte"))
                .hasStatus(303);
        assertThat(fixture.main(invoice, Role.COORDINATOR))
                .as("withheld at once")
                .contains("Retenu · il ne reste rien à payer");
    }

    /** The buyer reads another language than the one in which the order is noted. */
    @Test
    void anEnglishBuyerGetsLettersAndAnInvoiceInEnglish() throws Exception {
        EventId event = fixture.announce(100, "regular=90", "tableSize=8");
        assertThat(pages.as(Role.STAFF)
                        .open(EventFixture.url(event) + "/orders/new")
                        .select("[name=language] [selected]")
                        .eachAttr("value"))
                .containsExactly("fr");
        String order =
                fixture.sell(event, "Union of the Quays", 8, "price=REGULAR", "purchaseOrder=PO-12", "language=en");
        assertThat(fixture.main(order, Role.STAFF)).contains("ana@union.example · English");
        String invoice = Pages.location(pages.as(Role.COORDINATOR).post(order + "/invoice"));
        assertThat(db.sql("SELECT language FROM resources.ledger_invoice WHERE id = ?")
                        .param(UUID.fromString(invoice.replaceFirst(".*/", "")))
                        .query(String.class)
                        .single())
                .isEqualTo("en");
        assertThat(fixture.main(invoice, Role.COORDINATOR))
                .contains("8 seats", "No tax is charged", "Purchase order or signature: PO-12");
        assertThat(pages.as(Role.COORDINATOR).post(invoice + "/mail")).hasStatus(303);
        CurrentActor.runAs(
                Actor.system("mail"), () -> sender.carry(server.getSmtp().getPort()));
        assertThat(server.getReceivedMessages())
                .hasSize(2)
                .allSatisfy(each ->
                        assertThat(MailText.plain(each)).contains("Hello").doesNotContain("Bonjour", "places", "[["));
    }

    @Test
    void sendsAnInvoiceOnceWithWhatIsOwedAsItLeaves() throws Exception {
        EventId event = fixture.announce(100, "regular=90", "tableSize=8");
        String order = fixture.sell(event, "Syndicat A", 8, "price=REGULAR");
        String invoice = Pages.location(pages.as(Role.COORDINATOR).post(order + "/invoice"));
        UUID id = UUID.fromString(invoice.replaceFirst(".*/", ""));
        CompletableFuture<Integer> other = new CompletableFuture<>();
        transactions.executeWithoutResult(status -> {
            db.sql("SELECT id FROM resources.ledger_invoice WHERE id = ? FOR NO KEY UPDATE")
                    .param(id)
                    .query(UUID.class)
                    .single();
            other.completeAsync(() -> pages.as(Role.COORDINATOR)
                    .post(invoice + "/mail")
                    .getResponse()
                    .getStatus());
            assertThatThrownBy(() -> other.get(500, TimeUnit.MILLISECONDS))
                    .as("two presses follow each other")
                    .isInstanceOf(TimeoutException.class);
        });
        assertThat(other.get()).isEqualTo(303);
        clock.moveTo(clock.instant().plus(Duration.ofDays(90)));
        CurrentActor.runAs(
                Actor.system("mail"), () -> sender.carry(server.getSmtp().getPort()));
        assertThat(MailText.plain(server.getReceivedMessages()[0]))
                .contains("720,00", "l’échéance était le")
                .doesNotContain("d’ici le", "[[");
    }

    @Test
    void invoiceOfWhatIsCancelledWaitsToBeCredited() throws Exception {
        EventId event = fixture.announce(100, "regular=90", "tableSize=8");
        String first = fixture.sell(event, "Syndicat A", 8, "price=REGULAR");
        String second = fixture.sell(event, "Syndicat B", 8, "price=REGULAR");
        String invoice = Pages.location(pages.as(Role.COORDINATOR).post(first + "/invoice"));
        pages.as(Role.COORDINATOR).post(second + "/invoice");
        assertThat(home()).doesNotContain("Facture à créditer");
        pages.as(Role.STAFF).post(first, "gesture=CANCEL");
        assertThat(home())
                .contains("Facture à créditer, réservation annulée : Syndicat A")
                .doesNotContain("Syndicat B (");
        assertThat(fixture.main(first, Role.COORDINATOR)).contains("la facture reste", "Créditer la facture");
        String version = pages.as(Role.COORDINATOR)
                .open(invoice + "/credit")
                .select("input[name=version]")
                .val();
        pages.as(Role.COORDINATOR)
                .post(invoice + "/credit", "version=" + version, "amount=720", "reason=Réservation annulée");
        assertThat(home()).doesNotContain("Facture à créditer");
        assertThat(fixture.main(first, Role.COORDINATOR)).doesNotContain("la facture reste");
        assertThat(fixture.main(EventFixture.url(event), Role.STAFF))
                .as("a credited invoice was not paid")
                .contains("720,00 $ · facturée, plus rien à payer")
                .doesNotContain("payée");

        assertThat(fixture.main(second, Role.COORDINATOR)).contains("À confirmer ·");
        clock.moveTo(clock.instant().plus(Duration.ofDays(3)));
        pages.as(Role.STAFF).post(EventFixture.url(event) + "/state/CANCELLED");
        assertThat(home()).contains("Facture à créditer, réservation annulée : Syndicat B");
        assertThat(db.sql("SELECT since FROM (" + EventQueries.TO_CREDIT + ") c")
                        .query(LocalDate.class)
                        .list())
                .as("since its end, not since its invoice")
                .containsExactly(settings.today());
        assertThat(fixture.main(second, Role.COORDINATOR))
                .contains("Événement annulé")
                .doesNotContain("À confirmer ·");
        CurrentActor.runAs(
                Actor.system("mail"), () -> sender.carry(server.getSmtp().getPort()));
        assertThat(server.getReceivedMessages())
                .as("the contact hears what becomes of the invoice")
                .anySatisfy(each -> assertThat(MailText.plain(each)).contains("Votre facture sera créditée"));
    }

    private String home() {
        return pages.as(Role.COORDINATOR).open("/").select("main").text().replace('\u00a0', ' ');
    }
}
