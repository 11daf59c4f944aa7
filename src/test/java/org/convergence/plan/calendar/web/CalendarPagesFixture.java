package org.convergence.plan.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.calendar.CalendarFeedServer;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.time.TimeFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A user with a calendar on a local server, and the operations on its pages. */
@ModuleTest
abstract class CalendarPagesFixture {

    static final String ROOM = "/plan/calendar";

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestUsers visitors;

    @Autowired
    TimeFixture crew;

    @Autowired
    RealisationFixture ground;

    @Autowired
    PeopleDirectory people;

    @Autowired
    OrganisationSettings settings;

    @Autowired
    List<RecurringWork> recurring;

    @Autowired
    JdbcClient db;

    final CalendarFeedServer feed = new CalendarFeedServer();
    Actor elodie = Actor.VISITOR;

    @BeforeEach
    void someoneNew() {
        visitors.ensureOrganisation();
        for (String table : List.of("calendar_answer", "calendar_source", "realisation")) {
            db.sql("DELETE FROM plan." + table).update();
        }
        ground.clear();
        elodie = withAccount(crew.hire(visitors, "Élodie", "Tremblay", Role.STAFF));
        PlanId plan = ground.plan("Plan d’action");
        db.sql("UPDATE plan.actionplan_plan SET period_from = ?, period_to = ?")
                .params(settings.today().minusMonths(6), settings.today().plusMonths(6))
                .update();
        ground.action(plan, ground.means(plan, "3.3", "Coalitions"), "Participer aux concertations sur la transition");
        CurrentActor.runAs(Actor.system("test"), () -> people.findOrCreateOrganisation("AQOCI"));
    }

    private Actor withAccount(Actor who) {
        String mail = "elodie" + who.id() + "@exemple.org";
        visitors.createSignInLink(who.label(), mail, Role.STAFF);
        UUID account = db.sql("SELECT id FROM identity.account WHERE mail = ?")
                .param(mail)
                .query(UUID.class)
                .single();
        return new Actor(account, who.label(), who.personId(), who.language(), who.permissions());
    }

    /** Ends the user's role yesterday; the account stays. */
    void leaves(Actor who) {
        db.sql("UPDATE identity.role_grant SET from_date = ?, to_date = ? WHERE account_id = ?")
                .params(settings.today().minusDays(9), settings.today().minusDays(1), who.id())
                .update();
    }

    @AfterEach
    void gone() {
        feed.close();
    }

    void sweep() {
        recurring.stream().filter(work -> work.name().equals("calendar-sweep")).forEach(RecurringWork::run);
    }

    void readAgain(CalendarFeedServer changed) {
        assertThat(changed).isNotNull();
        round();
    }

    void round() {
        db.sql("UPDATE plan.calendar_source SET next_at = now() - interval '1 second' WHERE address IS NOT NULL")
                .update();
        recurring.stream()
                .filter(work -> work.name().equals("calendar-rounds"))
                .forEach(work -> CurrentActor.runAs(Actor.system(work.name()), work::run));
    }

    void connect() {
        assertThat(send(elodie, ROOM + "/connect", Map.of("address", feed.address())))
                .hasStatus(303);
    }

    String refused(String address) {
        MvcTestResult answer = send(elodie, ROOM + "/connect", Map.of("address", address));
        assertThat(answer).hasStatus(422);
        return Jsoup.parse(Pages.text(answer)).select("[role=alert]").text();
    }

    /** The titles of the user's waiting entries, the latest first. */
    List<String> asked() {
        List<String> all = new ArrayList<>();
        Pages.require(get(elodie, ROOM))
                .select(".rows li:has(form[action$=/postpone]) .what a")
                .forEach(link -> all.add(link.text().replaceAll(", 2.h$", "")));
        return all;
    }

    static Element row(Document page, String title) {
        return Objects.requireNonNull(
                page.select(".rows li:contains(" + title + ")").first());
    }

    static String entry(Element row) {
        return row.select("form[action*=/entries/]").attr("action").replaceAll(".*/entries/(.{36}).*", "$1");
    }

    MvcTestResult press(Element row, String gesture) {
        return send(elodie, ROOM + "/entries/" + entry(row) + "/" + gesture, Map.of());
    }

    long realisations() {
        return db.sql("SELECT count(*) FROM plan.realisation WHERE state <> 'WITHDRAWN'")
                .query(Long.class)
                .single();
    }

    long count(String table) {
        return db.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    static RequestPostProcessor as(Actor actor) {
        return authentication(new ActorAuthentication(actor));
    }

    MvcTestResult get(Actor actor, String url) {
        return browser.get()
                .uri(java.net.URI.create(url.replace("é", "%C3%A9")))
                .with(as(actor))
                .exchange();
    }

    MvcTestResult send(Actor actor, String url, Map<String, String> fields) {
        var request = browser.post().uri(url).with(csrf()).with(as(actor));
        fields.forEach(request::param);
        return request.exchange();
    }
}
