package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** Tickets that Zeffy and Eventbrite sold, from their lists. */
@ModuleTest
class TicketImportTest {

    private static final String EVENTBRITE = """
            Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Attendee #,Currency,Total Paid,Attendee Status,Buyer Name
            9001,2026-10-01,Ana,Roy,ana@exemple.example,1,Souper,501,CAD,90.00,Attending,Ana Roy
            9001,2026-10-01,Bo,Côté,ana@exemple.example,1,Souper,502,CAD,90.00,Attending,Ana Roy
            9002,2026-10-02,Cléo,Diaz,cleo@exemple.example,1,Souper,503,CAD,"1,190.00",%s,Cléo Diaz
            9003,2026-10-03,Dan,Sol,dan@exemple.example,1,Souper,504,USD,60.00,Attending,Dan Sol
            9004,2026-10-03,Eve,Tan,eve@exemple.example,1,Souper,505,CAD,0.00,Not Attending,Eve Tan
            """;

    private static final String ZEFFY = """
            N° de paiement;Prénom;Nom;Courriel;Détails;Quantité;Montant total;Montant remboursé;Statut du paiement;Campagne
            z-1;Fay;Um;fay@exemple.example;2x Souper;2;180,00 $;0,00 $;Réussi;Soirée
            z-2;Gus;Val;gus@exemple.example;Souper;1;90,50 $;20,25 $;Réussi;Soirée
            z-3;Hal;Wu;hal@exemple.example;Souper;1;douze;;Réussi;Soirée
            ;Ida;Xi;ida@exemple.example;Souper;1;90,00 $;;Réussi;Soirée
            """;

    @Autowired
    private EventFixture fixture;

    @Autowired
    private NewsletterFixture people;

    @Autowired
    private AllIdentityReferences references;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JobTestRunner jobs;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers users;

    @Autowired
    private JdbcClient db;

    private EventId event = new EventId(new java.util.UUID(0, 0));

    @BeforeEach
    void anEveningOfFiveSeats() {
        fixture.prepare();
        event = fixture.announce(5);
    }

    private String upload(String list) {
        return Pages.location(mvc.post()
                .uri("/outreach/event/tickets")
                .multipart()
                .file("file", list.getBytes(StandardCharsets.UTF_8))
                .param("event", event.value().toString())
                .with(users.as(Role.STAFF))
                .with(csrf())
                .exchange());
    }

    private String enter(String list) {
        String url = upload(list);
        assertThat(pages.as(Role.STAFF).post(url + "/run", "version=1")).hasStatus(303);
        jobs.runAll();
        return url;
    }

    private String main(String url) {
        return fixture.main(url, Role.STAFF);
    }

    @Test
    void ordersOfEventbriteCountInTheQuotaAndTheSameListChangesNothing() {
        String list = EVENTBRITE.formatted("Attending");
        String url = upload(list);
        assertThat(main(url))
                .contains("Eventbrite", "Ana Roy", "Montant en USD", "Annulé ou remboursé là-bas : rien à inscrire");
        String columns = String.join(
                " ",
                pages.as(Role.STAFF).open(url).select("select option[selected]").eachAttr("value"));
        assertThat(columns)
                .contains(
                        "ORDER",
                        "TICKET",
                        "GIVEN_NAME",
                        "FAMILY_NAME",
                        "TYPE",
                        "QUANTITY",
                        "CURRENCY",
                        "AMOUNT",
                        "STATUS");
        enter(list);
        assertThat(fixture.taken(event)).isEqualTo(3);
        assertThat(main(EventFixture.url(event)))
                .contains("vendu sur Eventbrite", "Billets vendus ailleurs 1 370,00 $", "Ana Roy", "Cléo Diaz");
        assertThat(fixture.count("outreach.event_order WHERE seller = 'EVENTBRITE'"))
                .isEqualTo(2);
        assertThat(fixture.count("outreach.event_seat WHERE name IN ('Ana Roy', 'Bo Côté', 'Cléo Diaz')"))
                .isEqualTo(3);
        assertThat(fixture.count("outreach.event_order WHERE contact_mail IS NOT NULL"))
                .isZero();
        assertThat(fixture.count("resources.ledger_payment")).isZero();
        enter(list);
        assertThat(fixture.taken(event)).isEqualTo(3);
        assertThat(fixture.count("outreach.event_ticket")).isEqualTo(3);

        enter(EVENTBRITE.formatted("Refunded"));
        assertThat(fixture.taken(event)).isEqualTo(2);
        assertThat(main(EventFixture.url(event))).contains("Billets vendus ailleurs 180,00 $");
        enter(EVENTBRITE.formatted("Refunded"));
        assertThat(fixture.taken(event)).isEqualTo(2);
        String order = orderOf("Ana Roy");
        assertThat(pages.as(Role.STAFF).post(order, "gesture=RESIZE", "number=4"))
                .hasStatus(422)
                .bodyText()
                .contains("sur le site qui les a vendus");
    }

    private String orderOf(String buyer) {
        return pages.as(Role.STAFF)
                .open(EventFixture.url(event))
                .select("a:containsOwn(" + buyer + ")")
                .attr("href");
    }

    @Test
    void anotherCurrencyIsAskedAndItsRateCounts() {
        String url = upload(EVENTBRITE.formatted("Attending"));
        var form = pages.as(Role.STAFF).open(url).select("form[action$=/columns]");
        assertThat(pages.as(Role.STAFF).post(url + "/columns", sent -> {
                    form.select("select")
                            .forEach(each -> sent.field(
                                    each.attr("name"),
                                    each.select("option[selected]").attr("value")));
                    sent.field("version", 1).field("seller", "EVENTBRITE").field("rate", "1,3725");
                }))
                .hasStatus(303);
        assertThat(main(url)).doesNotContain("Montant en USD");
        assertThat(pages.as(Role.STAFF).post(url + "/run", "version=2")).hasStatus(303);
        jobs.runAll();
        assertThat(fixture.count("outreach.event_ticket WHERE amount = 82.35")).isOne();
    }

    @Test
    void zeffyWritesCommasAndSellsTooManySeats() {
        fixture.register(event, "ana", 3);
        String url = enter(ZEFFY);
        assertThat(main(url)).contains("« douze » n’est pas un montant clair", "Il manque un numéro");
        assertThat(fixture.taken(event)).isEqualTo(6);
        assertThat(main(EventFixture.url(event)))
                .contains("1 place vendue de trop ailleurs", "vendu sur Zeffy", "Billets vendus ailleurs 250,25 $");
        assertThat(fixture.count("outreach.event_seat WHERE name = 'Fay Um'")).isOne();
        assertThat(Pages.location(fixture.register(event, "bao", 1))).endsWith("done=WAITING");
        assertThat(pages.as(Role.STAFF).post(url + "/undo")).hasStatus(303);
        jobs.runAll();
        assertThat(fixture.count("outreach.event_ticket")).isZero();
        assertThat(fixture.count("outreach.event_order WHERE seller IS NOT NULL"))
                .isZero();
        assertThat(fixture.count("outreach.event_quota WHERE oversold = 0 AND taken = 4"))
                .isOne();
    }

    private static final String UNNUMBERED = """
            Numéro de commande;Nom complet;Type de billet;Quantité;Montant;Montant remboursé;Statut
            c-1;%1$s;Souper;1;90,00;%2$s
            c-1;%1$s;Souper;1;90,00;0,00;Réussi
            """;

    @Test
    void ticketsWithoutANumberAreToldApartByTheirPlaceAndKeepNoName() {
        String list = UNNUMBERED.formatted("Ana Roy", "0,00;Réussi");
        assertThat(main(upload(list))).doesNotContain("compté une fois");
        enter(list);
        assertThat(fixture.taken(event)).as("two seats in one name").isEqualTo(2);
        enter(UNNUMBERED.formatted("Ana Roi", "0,00;Réussi"));
        assertThat(fixture.taken(event)).as("a corrected name").isEqualTo(2);
        assertThat(fixture.count("outreach.event_ticket WHERE reference ILIKE '%ana%'"))
                .isZero();

        String url = upload(list);
        assertThat(pages.as(Role.STAFF).post(url + "/columns", sent -> {
                    pages.as(Role.STAFF)
                            .open(url)
                            .select("form[action$=/columns] select")
                            .forEach(each -> sent.field(
                                    each.attr("name"),
                                    each.select("option[selected]").attr("value")));
                    sent.field("version", 1).field("seller", "ZEFFY");
                }))
                .hasStatus(303);
        assertThat(main(url)).contains("déjà inscrite sous un autre site");
        assertThat(pages.as(Role.STAFF).post(url + "/run", "version=2")).hasStatus(303);
        jobs.runAll();
        assertThat(fixture.taken(event)).isEqualTo(2);
    }

    @Test
    void moneyThatIsNotPaidBackStaysAndAGuestWhoCameInKeepsTheSeat() {
        enter(EVENTBRITE.formatted("Not Attending"));
        assertThat(fixture.taken(event)).isEqualTo(2);
        assertThat(main(EventFixture.url(event))).contains("Billets vendus ailleurs 1 370,00 $");
        assertThat(main(enter(EVENTBRITE.formatted("Attending")))).contains("de nouveau valable là-bas");
        assertThat(fixture.taken(event)).isEqualTo(2);

        enter(UNNUMBERED.formatted("Zoé Max", "0,00;Réussi"));
        db.sql("UPDATE outreach.event_seat SET admitted_at = now() WHERE name = 'Zoé Max'")
                .update();
        String refunded = UNNUMBERED.formatted("Zoé Max", "90,00;Remboursé");
        assertThat(main(enter(refunded))).contains("déjà entrée : sa place reste");
        assertThat(fixture.taken(event)).isEqualTo(4);
        assertThat(main(EventFixture.url(event))).contains("Billets vendus ailleurs 1 460,00 $");
        String more = UNNUMBERED.formatted("Zoé Max", "0,00;Réussi").replace("Souper;1;", "Souper;3;");
        assertThat(main(enter(more))).contains("Le nombre de billets a changé");
        assertThat(fixture.taken(event)).isEqualTo(4);
    }

    @Test
    void seatsSoldElsewhereAreFreedInTheirOwnModeAndOfferedToThoseWhoWait() {
        String url = enter(UNNUMBERED.formatted("Ana Roy", "0,00;Réussi"));
        assertThat(pages.as(Role.STAFF).post(orderOf("Ana Roy"), "gesture=CANCEL"))
                .hasStatus(422);
        fixture.register(event, "bao", 3);
        assertThat(Pages.location(fixture.register(event, "cleo", 2))).endsWith("done=WAITING");
        assertThat(pages.as(Role.STAFF).post(url + "/undo")).hasStatus(303);
        jobs.runAll();
        assertThat(fixture.states(event)).containsExactlyInAnyOrder("CONFIRMED", "OFFERED");
    }

    @Test
    void seatsAreGivenBackAlsoWhenTooManyWereSold() {
        fixture.register(event, "ana", 5);
        enter(UNNUMBERED.formatted("Bo Côté", "0,00;Réussi"));
        assertThat(fixture.taken(event)).isEqualTo(7);
        assertThat(pages.as(Role.STAFF).post(orderOf("ana"), "gesture=RESIZE", "number=4"))
                .hasStatus(303);
        assertThat(fixture.taken(event)).isEqualTo(6);
    }

    @Test
    void forgetsAnErasedPersonWhoBoughtElsewhere() {
        enter(ZEFFY);
        PersonId person = people.someone("Fay", "fay@exemple.example", "fr", "Syndicat B", "Présidence");
        db.sql("UPDATE directory.people_person SET family_name = 'Um' WHERE id = ?")
                .param(person.value())
                .update();
        people.as(() -> {
            transactions.executeWithoutResult(status -> references.forEach(each -> each.rename(person, "[retiré]")));
            return true;
        });
        assertThat(fixture.count("outreach.event_order WHERE contact_name LIKE '%Um%'"))
                .isZero();
        assertThat(fixture.count("outreach.event_seat WHERE name LIKE '%Um%'")).isZero();
    }

    @Test
    void entersALongListInSteps() {
        assertThat(db.sql("UPDATE outreach.event_quota SET seats = 20000 WHERE event = ?")
                        .param(event.value())
                        .update())
                .isOne();
        String rows = IntStream.range(0, 1_000)
                .mapToObj(i -> "o" + i / 4 + ";b" + i + ";Nom " + i + ";90,00\n")
                .collect(Collectors.joining("", "Numéro de commande;Numéro de billet;Nom complet;Montant\n", ""));
        enter(rows);
        assertThat(fixture.taken(event)).isEqualTo(1_000);
    }
}
