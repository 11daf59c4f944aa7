package org.convergence.plan.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.convergence.directory.people.People;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.calendar.Feed;
import org.convergence.plan.realisation.Ground;
import org.convergence.plan.time.Crew;
import org.convergence.plan.time.domain.ContractSource;
import org.convergence.plan.time.domain.Week;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.Recurring;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ModuleTest
class CalendarPagesTest {

    private static final String ROOM = "/plan/calendar";

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Crew crew;

    @Autowired
    private Ground ground;

    @Autowired
    private People people;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private List<Recurring> recurring;

    @Autowired
    private JdbcClient db;

    private final Feed feed = new Feed();
    private Actor elodie = Actor.VISITOR;

    @BeforeEach
    void someoneNew() {
        visitors.anOrganisation();
        for (String table : List.of("calendar_answer", "calendar_source", "realisation")) {
            db.sql("DELETE FROM plan." + table).update();
        }
        ground.clear();
        elodie = crew.hire(visitors, "Élodie", "Tremblay", Role.STAFF);
        PlanId plan = ground.plan("Plan d’action");
        db.sql("UPDATE plan.actionplan_plan SET period_from = ?, period_to = ?")
                .params(settings.today().minusMonths(6), settings.today().plusMonths(6))
                .update();
        ground.action(plan, ground.means(plan, "3.3", "Coalitions"), "Participer aux concertations sur la transition");
        CurrentActor.runAs(Actor.system("test"), () -> people.organisationNamed("AQOCI"));
    }

    @AfterEach
    void gone() {
        feed.close();
    }

    @Test
    void whatIsPastIsAskedAndOneGestureRecordsIt() {
        feed.event("a", "Concertation sur la transition, AQOCI", 2)
                .event("b", "Dentiste", 5)
                .event("c", "À venir", -3);
        connect();
        Document home = page(get(elodie, "/"));
        Element row = row(home, "Concertation");
        assertThat(row.text()).contains("2 h", "Proposé", "3.3", "AQOCI", "C’est fait", "Reporté", "Ne compte pas");
        assertThat(home.text()).contains("Est-ce arrivé?", "Dentiste").doesNotContain("À venir");
        assertThat(realisations()).isZero();

        assertThat(press(row, "done")).hasStatus(303);
        assertThat(realisations()).isEqualTo(1);
        assertThat(db.sql("SELECT staff_hours FROM plan.realisation")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("2");
        assertThat(count("plan.realisation_served")).isEqualTo(1);
        assertThat(count("plan.realisation_organisation")).isEqualTo(1);
        assertThat(page(get(elodie, "/")).select(".rows form[action*=/done]")).isEmpty();

        readAgain(feed.event("d", "Autre chose", 1));
        assertThat(asked()).containsExactly("Autre chose", "Dentiste");
        assertThat(press(row, "done")).hasStatus(303);
        assertThat(realisations()).isEqualTo(1);
    }

    @Test
    void whereNothingIsSureTheFormBeginsWithTheEntryAndAnswersItWhenItIsSent() {
        feed.event("a", "Appel avec Ana", Feed.moment(3), "LOCATION:https://zoom.example/j/1\r\n");
        connect();
        String form = row(page(get(elodie, "/")), "Appel").select(".acts a").attr("href");
        Document page = page(get(elodie, form));
        assertThat(page.select("input[name=title]").attr("value")).isEqualTo("Appel avec Ana");
        assertThat(page.select("input[name=hours]").attr("value")).isEqualTo("2");
        assertThat(page.select("input[name=where][checked]").attr("value")).isEqualTo("ONLINE");
        Map<String, String> fields = new TreeMap<>();
        page.select("form[action=/plan/realisation] input[name]:not([type=checkbox]):not([type=radio])")
                .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        fields.put("when", "other");
        fields.put("where", "ONLINE");
        fields.remove("_csrf");
        assertThat(send(elodie, "/plan/realisation", fields)).hasStatus(303);
        assertThat(realisations()).isEqualTo(1);
        assertThat(asked()).isEmpty();
        assertThat(page(get(elodie, ROOM)).select("a[href^=/plan/realisation/]").text())
                .contains("Appel avec Ana");
        // Opened again from an old page, there is nothing to say any more.
        assertThat(get(elodie, form)).hasStatus(404);
    }

    @Test
    void ofASeriesOneIsAnsweredOrAllOfIt() {
        feed.event("serie", "Réunion d’équipe", Feed.moment(22), "RRULE:FREQ=WEEKLY\r\n");
        connect();
        assertThat(asked()).hasSize(4);
        assertThat(press(row(page(get(elodie, ROOM)), "Réunion"), "dismiss")).hasStatus(303);
        readAgain(feed.event("autre", "Autre", 1));
        assertThat(asked()).hasSize(4).contains("Autre");
        assertThat(press(row(page(get(elodie, ROOM)), "Réunion"), "never")).hasStatus(303);
        assertThat(asked()).containsExactly("Autre");
        Element series = page(get(elodie, ROOM)).select("form[action$=/ask]").last();
        assertThat(send(elodie, Objects.requireNonNull(series).attr("action"), Map.of()))
                .hasStatus(303);
        assertThat(asked()).hasSize(4);
    }

    @Test
    void whatIsPostponedIsAskedAgainAtItsNewDate() {
        feed.event("a", "Rencontre remise", 9);
        connect();
        assertThat(press(row(page(get(elodie, "/")), "Rencontre"), "postpone")).hasStatus(303);
        assertThat(asked()).isEmpty();
        readAgain(feed.clear().event("a", "Rencontre remise", -4));
        assertThat(asked()).isEmpty();
        readAgain(feed.clear().event("a", "Rencontre remise", 2));
        assertThat(asked()).containsExactly("Rencontre remise");
        assertThat(row(page(get(elodie, ROOM)), "Rencontre").select(".when").text())
                .isNotEmpty();
        assertThat(press(row(page(get(elodie, ROOM)), "Rencontre"), "postpone")).hasStatus(303);
        String place = page(get(elodie, ROOM)).select("form[action$=/again-on]").attr("action");
        assertThat(send(
                        elodie,
                        place,
                        Map.of("on", settings.today().minusDays(1).toString())))
                .hasStatus(303);
        assertThat(page(get(elodie, ROOM)).text()).doesNotContain("Reporté au");
        assertThat(send(elodie, place, Map.of("on", settings.today().plusDays(3).toString())))
                .hasStatus(303);
        assertThat(page(get(elodie, ROOM)).text()).contains("Reporté au");
        db.sql("UPDATE plan.calendar_answer SET again_on = ?")
                .param(settings.today())
                .update();
        assertThat(asked()).containsExactly("Rencontre remise");
    }

    @Test
    void theRestOfAWeekIsSetAsideInOneGestureWhichIsUndone() {
        Instant monday = settings.today()
                .with(java.time.temporal.TemporalAdjusters.previous(java.time.DayOfWeek.MONDAY))
                .minusWeeks(2)
                .atTime(15, 0)
                .toInstant(java.time.ZoneOffset.UTC);
        feed.event("a", "Une", monday, "").event("b", "Deux", monday.plusSeconds(86_400), "");
        feed.event("c", "Avant", monday.minusSeconds(6 * 86_400), "");
        connect();
        String week = page(get(elodie, ROOM)).select("form[action*=/weeks/]").attr("action");
        assertThat(send(elodie, week, Map.of())).hasStatus(303);
        assertThat(asked()).containsExactly("Avant");
        Instant at = db.sql("SELECT DISTINCT at FROM plan.calendar_answer")
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
        assertThat(send(elodie, ROOM + "/undo/" + at, Map.of())).hasStatus(303);
        assertThat(asked()).hasSize(3);
        assertThat(send(elodie, ROOM + "/undo/hier", Map.of())).hasStatus(404);
        assertThat(send(elodie, ROOM + "/weeks/2026-11-10/dismiss", Map.of())).hasStatus(404);
    }

    @Test
    void nobodyElseSeesOrAnswersAnEntry() {
        feed.event("a", "Rendez-vous chez le médecin", 2);
        connect();
        Element row = row(page(get(elodie, ROOM)), "médecin");
        Actor luc = crew.hire(visitors, "Luc", "Gagnon", Role.COORDINATOR);
        assertThat(page(get(luc, ROOM)).text()).doesNotContain("médecin");
        assertThat(page(get(luc, "/")).text()).doesNotContain("médecin");
        for (String gesture : List.of("done", "postpone", "dismiss", "never", "ask")) {
            String place = ROOM + "/entries/" + entry(row) + "/" + gesture;
            assertThat(send(luc, place, Map.of())).hasStatus(404);
        }
        String form = row.select(".what a").attr("href");
        assertThat(get(luc, form)).hasStatus(404);
        UUID calendar =
                db.sql("SELECT id FROM plan.calendar_source").query(UUID.class).single();
        assertThat(send(luc, ROOM + "/" + calendar + "/remove", Map.of())).hasStatus(404);
        assertThat(send(luc, ROOM + "/" + calendar + "/read", Map.of())).hasStatus(404);
        assertThat(get(crew.hire(visitors, "Thérèse", "B", Role.BOARD_MEMBER), ROOM))
                .hasStatus(403);
        assertThat(asked()).hasSize(1);
        assertThat(body(get(luc, "/platform/search?q=médecin"))).doesNotContain("Rendez-vous chez");
        assertThat(db.sql(
                                "SELECT count(*) FROM platform.audit_entry WHERE before::text || after::text ~ 'médecin|localhost|private-'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theAddressIsSealedAndShownNowhere() {
        feed.event("a", "Rencontre", 2);
        connect();
        Document page = page(get(elodie, ROOM));
        assertThat(page.html()).contains("localhost").doesNotContain(Feed.SECRET);
        String kept = db.sql("SELECT row_to_json(s)::text FROM plan.calendar_source s")
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain(Feed.SECRET).doesNotContain("basic.ics");
    }

    @Test
    void aCalendarThatCannotBeReadSaysSoAndKeepsWhatItHeld() {
        feed.event("a", "Rencontre", 2);
        connect();
        feed.fails(503);
        round();
        assertThat(page(get(elodie, ROOM)).select(".late").text()).contains("localhost", "503");
        assertThat(asked()).hasSize(1);
        assertThat(page(get(elodie, "/")).text()).doesNotContain("ne se lit plus");
        db.sql("UPDATE plan.calendar_source SET failing_since = now() - interval '25 hours'")
                .update();
        assertThat(page(get(elodie, "/")).text()).contains("ne se lit plus depuis un jour");
        assertThat(db.sql("SELECT next_at > now() + interval '110 minutes' FROM plan.calendar_source")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        feed.fails(200);
        round();
        assertThat(page(get(elodie, ROOM)).select(".late")).isEmpty();
        feed.sends("<html><body>Connexion</body></html>");
        round();
        assertThat(page(get(elodie, ROOM)).select(".late").text()).contains("une page, pas un agenda");
        assertThat(asked()).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsNotConnected() {
        String inside = feed.address().replace("localhost", "127.0.0.1");
        assertThat(refused(inside)).contains("réseau privé");
        feed.sends(inside);
        assertThat(refused(feed.address())).contains("réseau privé");
        feed.sends("http://169.254.169.254/latest");
        assertThat(refused(feed.address())).contains("réseau privé");
        feed.sends("<!doctype html><p>Connexion");
        assertThat(refused(feed.address())).contains("une page, pas un agenda");
        feed.sends("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n");
        assertThat(refused("webcal" + feed.address().substring(4))).contains("certificat");
        assertThat(refused(feed.address())).contains("s’arrête au milieu");
        assertThat(refused("")).contains("Collez une adresse");
        assertThat(refused("mon agenda")).contains("https://");
        assertThat(count("plan.calendar_source")).isZero();
    }

    @Test
    void removingACalendarRemovesItsEntriesAndConnectingItAgainAsksNothingTwice() {
        feed.event("a", "Répondue", 2).event("b", "Sans réponse", 3);
        connect();
        assertThat(press(row(page(get(elodie, ROOM)), "Répondue"), "dismiss")).hasStatus(303);
        UUID calendar =
                db.sql("SELECT id FROM plan.calendar_source").query(UUID.class).single();
        assertThat(send(elodie, ROOM + "/" + calendar + "/remove", Map.of())).hasStatus(303);
        assertThat(count("plan.calendar_entry")).isZero();
        assertThat(page(get(elodie, ROOM)).text()).contains("Connecter mon agenda");
        MvcTestResult sent = browser.post()
                .uri(ROOM + "/connect")
                .multipart()
                .file(new MockMultipartFile(
                        "file", "agenda.ics", "text/calendar", feed.text().getBytes(StandardCharsets.UTF_8)))
                .with(csrf())
                .with(as(elodie))
                .exchange();
        assertThat(sent).hasStatus(303);
        assertThat(asked()).containsExactly("Sans réponse");
        assertThat(page(get(elodie, ROOM)).text()).contains("Agenda d’Élodie", "fichier");
    }

    @Test
    void whatAColleagueRecordedOfTheSameMeetingIsNotCountedTwice() {
        feed.event("commune", "Concertation sur la transition", 2);
        connect();
        assertThat(press(row(page(get(elodie, "/")), "Concertation"), "done")).hasStatus(303);
        Actor luc = crew.hire(visitors, "Luc", "Gagnon", Role.STAFF);
        assertThat(send(luc, ROOM + "/connect", Map.of("address", feed.address())))
                .hasStatus(303);
        Element row = row(page(get(luc, "/")), "Concertation");
        assertThat(row.text()).contains("Déjà inscrit");
        assertThat(send(luc, row.select("form[action*=/done]").attr("action"), Map.of()))
                .hasStatus(303);
        assertThat(realisations()).isEqualTo(1);
        assertThat(page(get(luc, "/")).text()).doesNotContain("Est-ce arrivé?");
    }

    @Test
    void theWeekIsProposedTheHoursOfWhatIsPastAndNotSetAside() {
        feed.event("a", "Concertation sur la transition", 7)
                .event("b", "Comité interne", 7)
                .event("c", "Dentiste", 7);
        feed.day("d", "Congrès", settings.today().minusDays(7));
        connect();
        crew.contract(
                crew.hire(visitors, "Maryse", "Roy", Role.COORDINATOR),
                elodie,
                settings.today().minusYears(1),
                ContractSource.PERMANENT);
        press(row(page(get(elodie, ROOM)), "Dentiste"), "dismiss");
        LocalDate day = settings.dayOf(Feed.moment(7));
        Document week = page(get(elodie, "/plan/time/week/" + Week.of(day)));
        assertThat(week.select("tbody.proposed").text()).contains("3.3");
        int column = day.getDayOfWeek().getValue() - 1;
        assertThat(week.select("input[name^=h][name$=_" + column + "]").eachAttr("value"))
                .containsExactly("2", "2");
    }

    @Test
    void entriesThatAreTooOldGoAndThoseOfWhoLeft() {
        feed.event("a", "Rencontre", 2).event("b", "Ancienne", 90);
        connect();
        assertThat(count("plan.calendar_entry")).isEqualTo(1);
        db.sql(
                        "UPDATE plan.calendar_entry SET starts_at = now() - interval '70 days', ends_at = now() - interval '69 days'")
                .update();
        sweep();
        assertThat(count("plan.calendar_entry")).isZero();
        String mail = UUID.randomUUID() + "@exemple.org";
        visitors.link("Ana", mail, Role.STAFF);
        db.sql("UPDATE identity.account SET closed_at = now() WHERE mail = ?")
                .param(mail)
                .update();
        db.sql("UPDATE plan.calendar_source SET owner = (SELECT id FROM identity.account WHERE mail = ?)")
                .param(mail)
                .update();
        sweep();
        assertThat(count("plan.calendar_source")).isZero();
    }

    private void sweep() {
        recurring.stream().filter(work -> work.name().equals("calendar-sweep")).forEach(Recurring::run);
    }

    private void readAgain(Feed changed) {
        assertThat(changed).isNotNull();
        round();
    }

    private void round() {
        db.sql("UPDATE plan.calendar_source SET next_at = now() - interval '1 second' WHERE address IS NOT NULL")
                .update();
        recurring.stream()
                .filter(work -> work.name().equals("calendar-rounds"))
                .forEach(work -> CurrentActor.runAs(Actor.system(work.name()), work::run));
    }

    private void connect() {
        assertThat(send(elodie, ROOM + "/connect", Map.of("address", feed.address())))
                .hasStatus(303);
    }

    private String refused(String address) {
        MvcTestResult answer = send(elodie, ROOM + "/connect", Map.of("address", address));
        assertThat(answer).hasStatus(422);
        return Jsoup.parse(body(answer)).select("[role=alert]").text();
    }

    /** What is asked of her, the latest first. */
    private List<String> asked() {
        List<String> all = new ArrayList<>();
        page(get(elodie, ROOM))
                .select(".rows li:has(form[action$=/postpone]) .what a")
                .forEach(link -> all.add(link.text().replaceAll(", 2.h$", "")));
        return all;
    }

    private static Element row(Document page, String title) {
        return Objects.requireNonNull(
                page.select(".rows li:contains(" + title + ")").first());
    }

    private static String entry(Element row) {
        return row.select("form[action*=/entries/]").attr("action").replaceAll(".*/entries/(.{36}).*", "$1");
    }

    private MvcTestResult press(Element row, String gesture) {
        return send(elodie, ROOM + "/entries/" + entry(row) + "/" + gesture, Map.of());
    }

    private long realisations() {
        return db.sql("SELECT count(*) FROM plan.realisation WHERE state <> 'WITHDRAWN'")
                .query(Long.class)
                .single();
    }

    private long count(String table) {
        return db.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private static RequestPostProcessor as(Actor actor) {
        return authentication(new ActorAuthentication(actor));
    }

    private MvcTestResult get(Actor actor, String url) {
        return browser.get()
                .uri(java.net.URI.create(url.replace("é", "%C3%A9")))
                .with(as(actor))
                .exchange();
    }

    private MvcTestResult send(Actor actor, String url, Map<String, String> fields) {
        var request = browser.post().uri(url).with(csrf()).with(as(actor));
        fields.forEach(request::param);
        return request.exchange();
    }

    private static Document page(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return Jsoup.parse(body(result));
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
