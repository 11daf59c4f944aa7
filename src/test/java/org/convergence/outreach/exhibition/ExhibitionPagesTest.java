package org.convergence.outreach.exhibition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.PageVisitor.PostedForm;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

/** An exhibition from the interest of a host to the return of its panels (R-EVT-11). */
@ModuleTest
class ExhibitionPagesTest {

    private static final String LIST = "/outreach/exhibition";

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    @AfterEach
    void clear() {
        users.ensureOrganisation();
        today = settings.today();
        for (String table : new String[] {"_photograph", "_damage", "_report", "_booking", ""}) {
            db.sql("DELETE FROM outreach.exhibition" + table).update();
        }
    }

    @Test
    void stopsNeverOverlapAndTheRefusalNamesTheFirstPossibleDay() {
        String exhibition = exhibition();
        String first = reserved(exhibition, "Rimouski", today.plusDays(10), today.plusDays(20));
        String second = booking(exhibition, "Gaspé", today.plusDays(24), today.plusDays(30));
        String day = "Première ouverture possible : le " + french(today.plusDays(25));
        assertThat(main(second)).as("said before it is refused").contains(day);
        check(second);
        assertThat(Pages.text(act(second, "reserve")).replaceAll("[\\u00a0\\u202f]", " "))
                .contains(day);
        assertThat(main(second)).contains("Lieu vérifié");
        post(second, "booking", booking("Gaspé", today.plusDays(25), today.plusDays(30)));
        assertThat(act(second, "reserve")).hasStatus(303);
        assertThat(pages.as(Role.STAFF)
                        .post(second + "/booking", booking("Gaspé", today.plusDays(24), today.plusDays(30))))
                .as("moved onto taken days")
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(exhibition + "/edit", facts("transport=3", "version=1")))
                .as("travel that would make stops overlap")
                .hasStatus(422);
        assertThat(act(first, "transport")).hasStatus(303);
        post(first, "drop", form -> form.field("reason", "La salle est inondée"));
        assertThat(main(first))
                .contains("Annulée", "La salle est inondée", "à décommander")
                .doesNotContain("Mme Roy");
        assertThat(main("/")).contains("Depuis le " + french(today), "Décommander le transport, Rimouski");
        assertThat(act(first, "transport-off")).hasStatus(303);
        assertThat(main("/")).doesNotContain("Décommander");
        post(second, "booking", booking("Gaspé", today.plusDays(12), today.plusDays(30)));
        assertThat(main(exhibition)).as("the days are free").contains("Libre à partir du", "1 demande sans suite");
    }

    @Test
    void ofTwoHostsReservedAtOnceOneGetsTheDays() {
        String exhibition = exhibition();
        String first = booking(exhibition, "Rimouski", today.plusDays(10), today.plusDays(20));
        String second = booking(exhibition, "Gaspé", today.plusDays(24), today.plusDays(30));
        check(first);
        check(second);
        List<CompletableFuture<Integer>> both = new ArrayList<>();
        transactions.executeWithoutResult(status -> {
            db.sql("SELECT id FROM outreach.exhibition FOR UPDATE")
                    .query(UUID.class)
                    .single();
            both.add(CompletableFuture.supplyAsync(() -> reserve(first)));
            both.add(CompletableFuture.supplyAsync(() -> reserve(second)));
            assertThatThrownBy(() -> CompletableFuture.anyOf(both.toArray(CompletableFuture[]::new))
                            .get(700, TimeUnit.MILLISECONDS))
                    .as("they follow each other")
                    .isInstanceOf(TimeoutException.class);
        });
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(303, 422);
    }

    private int reserve(String booking) {
        return act(booking, "reserve").getResponse().getStatus();
    }

    @Test
    void theDatabaseItselfRefusesAnOverlap() {
        String exhibition = exhibition();
        reserved(exhibition, "Rimouski", today.plusDays(10), today.plusDays(20));
        String copy = """
                INSERT INTO outreach.exhibition_booking (id, exhibition, host, city, asked_on, open_from, open_to,
                    held_from, held_to, state, space_note, security_note)
                SELECT ?, exhibition, host, city, asked_on, open_from + 15, open_to + 15, held_from + ?, held_to + 15,
                    state, space_note, security_note FROM outreach.exhibition_booking LIMIT 1
                """;
        assertThatThrownBy(() -> db.sql(copy).params(UUID.randomUUID(), 14).update())
                .hasMessageContaining("exhibition_booking_one_at_a_time");
        assertThat(db.sql(copy).params(UUID.randomUUID(), 15).update()).isOne();
    }

    @Test
    void coverRunsBetweenTwoReportsAndDamageStaysOpenUntilSettled() {
        String exhibition = exhibition();
        String stop = reserved(exhibition, "Matane", today.minusDays(20), today.minusDays(5));
        assertThat(main("/")).contains("Faire signer le contrat, Matane", "Commander le transport, Matane");
        assertThat(main(LIST)).as("a past opening is not the next").doesNotContain("Prochaine étape");
        reserved(exhibition, "Amqui", today.plusDays(40), today.plusDays(50));
        assertThat(main(LIST)).contains("Prochaine étape le " + french(today.plusDays(40)));
        assertThat(pages.as(Role.STAFF).post(stop + "/departure", report(today.minusDays(22), "")))
                .as("without contract")
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF)
                        .post(
                                stop + "/contract",
                                form -> form.field("on", today).field("nailToNail", true)))
                .as("without the liability of the host")
                .hasStatus(422);
        post(
                stop,
                "contract",
                form -> form.field("on", today).field("nailToNail", true).field("liability", true));
        assertThat(act(stop, "transport")).hasStatus(303);
        assertThat(main("/")).contains("Constat avant l’emballage, Matane").doesNotContain("Commander le transport");
        post(stop, "departure", report(today.minusDays(22), "3 : éraflure connue"));
        assertThat(main(stop)).contains("depuis le", "Panneau 3 : éraflure connue", "Sur la route");
        assertThat(pages.as(Role.STAFF).post(stop + "/return", report(today.minusDays(23), "")))
                .as("before the departure")
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(stop + "/return", report(today, "25 : cadre fendu")))
                .as("a panel that does not exist")
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(stop + "/return", report(today, "cadre fendu")))
                .as("without a number")
                .hasStatus(422);
        post(stop, "return", report(today, "7, coin plié\n\n12 cadre fendu"));
        assertThat(main(stop)).contains("Abîmée", "Panneau 7 : coin plié", "Panneau 12 : cadre fendu");
        assertThat(main("/")).contains("Panneaux abîmés à régler, Matane", "Demander combien de personnes");
        post(stop, "settle", form -> form.field("on", today).field("settlement", "Deux panneaux réimprimés"));
        assertThat(main("/")).doesNotContain("Panneaux abîmés");
        count(stop, 120);
        count(stop, 140);
        assertThat(main(stop))
                .contains("140", "Revenue", "Deux panneaux réimprimés")
                .doesNotContain("Mme Roy");
        assertThat(db.sql("SELECT count(*) FROM plan.realisation WHERE source_id = ?")
                        .param(id(stop).toString())
                        .query(Integer.class)
                        .single())
                .as("one realisation, corrected")
                .isOne();
        assertThat(Pages.text(pages.as(Role.STAFF).get(exhibition + "/export.csv")))
                .contains("Matane", "140");
        assertThat(main(exhibition)).contains("140 personnes l’ont vue");
        assertThat(pages.as(Role.BOARD_MEMBER).get(stop)).hasStatus(200);
        assertThat(pages.as(Role.BOARD_MEMBER).post(stop + "/count", "people=1"))
                .hasStatus(403);
    }

    private String exhibition() {
        return Pages.location(pages.as(Role.STAFF).post(LIST + "/new", facts("transport=2")));
    }

    private static String[] facts(String... more) {
        String[] facts = {"title=Mains", "panels=24", "value=18000", "space=40", "dismount=1", "mount=1", more[0], ""};
        facts[7] = more.length > 1 ? more[1] : "version=0";
        return facts;
    }

    private String booking(String exhibition, String city, LocalDate from, LocalDate to) {
        return Pages.location(pages.as(Role.STAFF).post(exhibition + "/bookings/new", booking(city, from, to)));
    }

    private Consumer<PostedForm> booking(String city, LocalDate from, LocalDate to) {
        String host = CurrentActor.callAs(
                users.actor(Role.COORDINATOR),
                () -> people.findOrCreateOrganisation("École des Rives").value().toString());
        return form -> form.field("host", host)
                .field("city", city)
                .field("contact", "Mme Roy, 418 555-0100")
                .field("opensOn", from)
                .field("closesOn", to);
    }

    private String reserved(String exhibition, String city, LocalDate from, LocalDate to) {
        String booking = booking(exhibition, city, from, to);
        check(booking);
        assertThat(act(booking, "reserve")).hasStatus(303);
        return booking;
    }

    private void check(String booking) {
        post(booking, "check", form -> form.field("spaceNote", "42 m").field("securityNote", "Fermé le soir"));
    }

    private Consumer<PostedForm> report(LocalDate on, String damage) {
        return form -> form.field("on", on).field("madeBy", "L’équipe").field("damage", damage);
    }

    private void count(String stop, int people) {
        post(stop, "count", form -> form.field("people", people));
    }

    private void post(String booking, String step, Consumer<PostedForm> filling) {
        MvcTestResult answer = pages.as(Role.STAFF).post(booking + "/" + step, form -> {
            filling.accept(form);
            form.field("version", currentVersion(booking));
        });
        assertThat(answer).as(step + ": " + Pages.text(answer)).hasStatus(303);
    }

    private MvcTestResult act(String booking, String act) {
        return pages.as(Role.STAFF).post(booking + "/acts/" + act, "version=" + currentVersion(booking));
    }

    private int currentVersion(String booking) {
        return db.sql("SELECT version FROM outreach.exhibition_booking WHERE id = ?")
                .param(id(booking))
                .query(Integer.class)
                .single();
    }

    private static UUID id(String booking) {
        return UUID.fromString(booking.substring(booking.lastIndexOf('/') + 1));
    }

    private static String french(LocalDate day) {
        return (day.getDayOfMonth() == 1 ? "1er" : String.valueOf(day.getDayOfMonth()))
                + DateTimeFormatter.ofPattern(" MMMM yyyy", Locale.CANADA_FRENCH)
                        .format(day);
    }

    private String main(String url) {
        return pages.as(Role.STAFF).open(url).select("main").text().replaceAll("[\\u00a0\\u202f]", " ");
    }
}
