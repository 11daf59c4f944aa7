package org.convergence.outreach.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.advocacy.AdvocacyFixture;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A forum of others: who goes, the brief, what we brought, what was taken up; and the public page that tells of it. */
@ModuleTest
class CongressForumTest {

    private static final String LIST = "/outreach/congress";

    @Autowired
    private AdvocacyFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void emptyYear() {
        fixture.clear();
        today = settings.today();
        List.of("step", "path", "text", "passport", "representation", "deadline", "gathering")
                .forEach(each -> db.sql("DELETE FROM outreach.congress_" + each).update());
    }

    private long realisations() {
        return db.sql("SELECT count(*) FROM plan.realisation WHERE state = 'DONE' AND title = 'Table ronde fictive'")
                .query(Long.class)
                .single();
    }

    @Test
    void forumTellsWhatWeBroughtAndWhatWasTakenUp() {
        String forum = fixture.post(
                LIST + "/new",
                "organisation-new=Regroupement fictif",
                "title=Journées fictives de la solidarité",
                "kind=FORUM",
                "beginsOn=" + today.minusDays(10),
                "endsOn=" + today.minusDays(7));
        String visit = fixture.post(
                LIST + "/representations/new",
                "topic=Table ronde fictive",
                "gathering=" + AdvocacyFixture.id(forum),
                "origin=OFFERED",
                "askedOn=" + today.minusDays(30),
                "plannedOn=" + today.minusDays(8),
                "brief=Une demande fictive");
        fixture.post(
                visit + "/report",
                "version=1",
                "on=" + today.minusDays(8),
                "cameBack=Deux groupes intéressés",
                "brought=Une proposition fictive",
                "takenUp=Déclaration finale, point 4");
        assertThat(fixture.main(visit))
                .contains("Une demande fictive", "Une proposition fictive", "Déclaration finale, point 4");
        assertThat(fixture.main(forum)).contains("Repris : Déclaration finale, point 4");
        assertThat(fixture.main(LIST + "?kind=FORUM&past=true")).contains("Journées fictives");
        assertThat(realisations()).isOne();
        assertThat(db.sql("SELECT narrative FROM plan.realisation")
                        .query(String.class)
                        .single())
                .as("leaflets print it, so the debrief is not in it")
                .isEqualTo("""
                        Ce que nous y avons apporté\u00a0: Une proposition fictive

                        Ce qui a été repris\u00a0: Déclaration finale, point 4""");
        fixture.post(visit + "/acts/take-back");
        assertThat(fixture.main(forum)).doesNotContain("Repris :");
        assertThat(realisations()).isZero();
    }

    @Test
    void presentationIsPreparedFromAToolAndCountedInTheYear() {
        String tool = fixture.post("/education/tool/new", "title=Trousse fictive", "kind=KIT");
        String visit = fixture.post(
                LIST + "/representations/new",
                "organisation-new=Syndicat fictif du comité",
                "topic=Présentation fictive",
                "audience=Exécutif",
                "origin=OFFERED",
                "askedOn=" + today.minusDays(3),
                "plannedOn=" + today,
                "kitRecord=" + tool.substring(tool.lastIndexOf('/') + 1),
                "kit=12 diapositives");
        assertThat(fixture.main(visit)).contains("Outil ou trousse Trousse fictive");
        assertThat(fixture.main(LIST + "/representations")).doesNotContain("Cette année");
        fixture.post(visit + "/report", "version=1", "on=" + today, "people=12", "cameBack=Un atelier est demandé");
        assertThat(fixture.main(LIST + "/representations"))
                .contains("Cette année : 1 présentation à un comité ou à un exécutif, 12 personnes.");
    }

    @Test
    void openGatheringIsShownToAnyoneOnceItsDaysAreSet() {
        String[] open = {
            "organisation-new=Regroupement fictif", "title=Forum ouvert fictif", "kind=FORUM", "place=Salle fictive"
        };
        String url =
                fixture.post(LIST + "/new", with(open, "beginsOn=" + today.plusDays(9), "expected=true", "shown=true"));
        fixture.post(LIST + "/new", with(open, "beginsOn=" + today.plusDays(12)));
        assertThat(fixture.main(url)).contains("Oui, dès que ses jours seront fixés");
        assertThat(feed("congress.ics"))
                .as("a window, and one that is not shown")
                .doesNotContain("BEGIN:VEVENT");

        fixture.post(url + "/edit", with(open, "beginsOn=" + today.plusDays(9), "shown=true", "version=1"));
        assertThat(fixture.main(url)).contains("Oui, dans nos fils et notre calendrier public");
        String calendar = feed("congress.ics");
        assertThat(calendar)
                .contains("SUMMARY:Forum ouvert fictif", "Salle fictive")
                .containsOnlyOnce("BEGIN:VEVENT");
        assertThat(feed("event.ics")).doesNotContain("Forum ouvert fictif");
        assertThat(pages.as(Role.STAFF).open("/outreach/website").select("a[href$=congress.ics]"))
                .as("the team finds its address")
                .isNotEmpty();
        assertThat(feed("all.atom?in=es")).contains("Forum ouvert fictif", "<category term=\"congress\"/>");
        assertThat(Pages.text(pages.asStranger().get("/public/website/calendar")))
                .contains("Forum ouvert fictif", "Regroupement fictif · Salle fictive");
        db.sql(
                        "UPDATE outreach.congress_gathering SET begins_on = ?, ends_on = ? WHERE title = 'Forum ouvert fictif' AND shown")
                .params(today.minusDays(1), today.plusDays(1))
                .update();
        assertThat(Pages.text(pages.asStranger().get("/public/website/calendar")))
                .as("it lasts until tomorrow")
                .contains("Forum ouvert fictif")
                .containsPattern("[ \u00a0]au[ \u00a0]" + today.plusDays(1).getDayOfMonth());
        assertThat(feed("congress.ics"))
                .contains("DTEND;VALUE=DATE:" + today.plusDays(2).toString().replace("-", ""));

        fixture.post(url + "/cancel");
        assertThat(feed("congress.ics")).as("it goes from calendars").contains("STATUS:CANCELLED");
        assertThat(Pages.text(pages.asStranger().get("/public/website/calendar")))
                .doesNotContain("Forum ouvert fictif");
        fixture.post(url + "/edit", with(open, "beginsOn=" + today.plusDays(9), "version=3"));
        assertThat(feed("congress.ics")).as("no longer shown").doesNotContain("Forum ouvert fictif");
    }

    private static String[] with(String[] fields, String... more) {
        return Stream.concat(Stream.of(fields), Stream.of(more)).toArray(String[]::new);
    }

    private String feed(String name) {
        return Pages.text(pages.asStranger().get("/public/feeds/" + name));
    }

    @Test
    void entryOfACalendarBecomesOneGatheringAndTellsWhenItIsMoved() {
        Actor ana = users.actor(Role.STAFF);
        String entry = entry(ana);
        String colleague = entry(users.actor(Role.COORDINATOR));
        String form = pages.as(ana)
                .open("/plan/calendar")
                .select("a[href$=" + entry + "]")
                .attr("href");
        assertThat(pages.as(ana)
                        .open(form)
                        .select("[name=title], [name=beginsOn], [name=endsOn], [name=place]")
                        .eachAttr("value"))
                .containsExactly(
                        "Congrès des entrées",
                        today.plusDays(20).toString(),
                        today.plusDays(21).toString(),
                        "Salle fictive");
        assertThat(pages.as(users.actor(Role.COORDINATOR)).get(form))
                .as("of another account")
                .hasStatus(404);
        String[] typed = {
            "organisation-new=Syndicat des entrées",
            "title=Congrès des entrées",
            "kind=CONGRESS",
            "beginsOn=" + today.plusDays(20),
            "endsOn=" + today.plusDays(21),
            "shown=true"
        };
        MvcTestResult saved = pages.as(ana).post(form, typed);
        assertThat(saved).hasStatus(303);
        String gathering = Pages.location(saved);
        assertThat(db.sql("SELECT count(*) FROM platform.audit_change WHERE '/outreach/congress/' || row_id = ?")
                        .param(gathering)
                        .query(Long.class)
                        .single())
                .as("written once")
                .isOne();
        assertThat(Pages.location(pages.as(Role.COORDINATOR).get(LIST + "/from-calendar/" + colleague)))
                .as("the same entry of a colleague")
                .isEqualTo(gathering);
        assertThat(pages.as(ana).post(form, typed)).as("twice").hasStatus(422);
        assertThat(pages.as(ana).open(gathering).text()).doesNotContain("Votre calendrier dit maintenant");
        db.sql("UPDATE plan.calendar_entry SET day = day + 5, last_day = last_day + 5 WHERE id::text = ?")
                .param(entry)
                .update();
        assertThat(pages.as(ana).open(gathering).text()).contains("Votre calendrier dit maintenant");
        db.sql("DELETE FROM plan.calendar_source WHERE name = 'Calendrier des entrées'")
                .update();
    }

    private String entry(Actor owner) {
        UUID source = UUID.randomUUID();
        UUID entry = UUID.randomUUID();
        db.sql(
                        "INSERT INTO plan.calendar_source (id, owner, name, connected_at) VALUES (?, ?, 'Calendrier des entrées', now())")
                .params(source, owner.id())
                .update();
        db.sql("""
                        INSERT INTO plan.calendar_entry (id, owner, source, key, series, recurs, day, last_day, starts_at, ends_at,
                               all_day, title, place, seen_at)
                        VALUES (:id, :owner, :source, sha256('entrée'), sha256('série'), false, :day, :last,
                                :day + time '12:00', :last + time '12:00', true, 'Congrès des entrées', 'Salle fictive', now())
                        """)
                .param("id", entry)
                .param("owner", owner.id())
                .param("source", source)
                .param("day", today.plusDays(20))
                .param("last", today.plusDays(21))
                .update();
        return entry.toString();
    }
}
