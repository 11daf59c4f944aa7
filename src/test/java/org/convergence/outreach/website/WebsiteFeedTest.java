package org.convergence.outreach.website;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.platform.database.Json;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Feeds and public pages: what was published, and nothing else. */
@ModuleTest
class WebsiteFeedTest {

    @Autowired
    private NewsletterFixture people;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void emptyWebsite() {
        people.prepare();
        today = settings.today();
        db.sql("DELETE FROM outreach.website_settings").update();
        db.sql("DELETE FROM outreach.event_order").update();
        db.sql("DELETE FROM outreach.event").update();
        assertThat(pages.as(Role.COORDINATOR).post("/outreach/website/settings", "version=0", "aboutFr=On tisse."))
                .hasStatus(303);
    }

    private String event(String name, String state) {
        String id = UUID.randomUUID().toString();
        db.sql("""
                        INSERT INTO outreach.event (id, version, state, name, day, begins, place, table_size, announced_at, people)
                        VALUES (CAST(:id AS uuid), 7, :state, :name, :day, '18:30', 'Salle & Port', 8,
                                CASE WHEN :state <> 'DRAFT' THEN now() END, CASE WHEN :state = 'HELD' THEN 3 END)
                        """)
                .param("id", id)
                .param("state", state)
                .param("name", name)
                .param("day", today.plusDays(3))
                .update();
        return id;
    }

    @Test
    void feedsTellWhatIsPublishedAndNothingElse() {
        event("Soirée <ouverte> & libre", "OPEN");
        event("Brouillon secret", "DRAFT");
        event("Marche annulée", "CANCELLED");
        MvcTestResult atom = pages.asStranger().get("/public/feeds/all.atom?in=fr");
        assertThat(atom).hasStatusOk().hasContentType("application/atom+xml;charset=UTF-8");
        assertThat(atom.getResponse().getHeader("Cache-Control")).contains("max-age=900", "public");
        assertThat(Jsoup.parse(Pages.text(atom), Parser.xmlParser())
                        .select("entry > title")
                        .eachText())
                .contains("Soirée <ouverte> & libre")
                .doesNotContain("Brouillon secret");
        assertThat(Jsoup.parse(Pages.text(atom), Parser.xmlParser())
                        .select("entry:has(title:contains([Annulé] Marche annulée)) > summary")
                        .text())
                .as("with its day")
                .contains("[Annulé]", String.valueOf(today.plusDays(3).getDayOfMonth()));
        assertThat(Pages.text(pages.asStranger().get("/public/feeds/event.json?in=en")))
                .contains("[Cancelled] Marche annulée", "date_modified");
        assertThat(Pages.text(pages.asStranger().get("/public/feeds/event.ics")))
                .as("the version of the event")
                .contains("SEQUENCE:7");
        MvcTestResult json = pages.asStranger().get("/public/feeds/event.json");
        assertThat(json.getResponse().getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(Json.parse(Pages.text(json))
                        .node()
                        .get("items")
                        .get(0)
                        .get("url")
                        .asString())
                .startsWith("http://localhost:8080/public/event/");
        assertThat(Pages.text(pages.asStranger().get("/public/feeds/event.ics")))
                .contains("SUMMARY:Soirée <ouverte> & libre", "STATUS:CANCELLED", "BEGIN:VEVENT")
                .doesNotContain("Brouillon");
        assertThat(Pages.text(pages.asStranger().get("/public/feeds/newsletter.atom")))
                .doesNotContain("Soirée");
        assertThat(pages.asStranger().get("/public/feeds/tout.atom")).hasStatus(404);
        assertThat(pages.asStranger().get("/public/feeds/all.rss")).hasStatus(404);
        assertThat(Pages.text(pages.asStranger().get("/public/embed/calendar")))
                .contains("Soirée &lt;ouverte&gt;", "target=\"_blank\"")
                .doesNotContain("Marche annulée");
        assertThat(Pages.text(pages.asStranger().get("/public/website"))).contains("On tisse.", "Soirée");
    }

    /** R-MAIL-10: the archive has what was sent, and nothing of its recipients. */
    @Test
    void archiveHoldsChosenIssuesWithoutTokens() {
        UUID issue = UUID.randomUUID();
        UUID segment = UUID.randomUUID();
        db.sql("INSERT INTO directory.segment (id, version, name, criteria) VALUES (?, 1, ?, '{}')")
                .params(segment, "Tout le monde " + segment)
                .update();
        db.sql("""
                        INSERT INTO outreach.newsletter (id, number, state, languages, segment, created_at, leaves_at, confirmed_by,
                               confirmed_name, started_at, ended_at)
                        VALUES (:id, 7, 'SENT', '{fr}', :segment, now(), now(), :id, 'Ana', now(), now())
                        """).param("id", issue).param("segment", segment).update();
        UUID block = UUID.randomUUID();
        db.sql("INSERT INTO outreach.newsletter_block (id, newsletter, position, kind) VALUES (?, ?, 1, 'SUBJECT')")
                .params(block, issue)
                .update();
        db.sql(
                        "INSERT INTO outreach.newsletter_text (id, block, language, translates, title) VALUES (?, ?, 'fr', 1, ?)")
                .params(UUID.randomUUID(), block, "Deux rives")
                .update();
        assertThat(pages.asStranger().get("/public/website/archive/7"))
                .as("sent to a segment, not published")
                .hasStatus(404);
        String url = "/outreach/newsletter/" + issue;
        assertThat(pages.as(Role.COORDINATOR).post(url + "/archive")).hasStatus(303);
        String page = Pages.text(pages.asStranger().get("/public/website/archive/7"));
        assertThat(page).contains("Deux rives", "numéro 7").doesNotContain("/preferences/", "[[");
        assertThat(Pages.text(pages.asStranger().get("/public/feeds/newsletter.atom?in=fr")))
                .contains("/public/website/archive/7");
        assertThat(pages.as(Role.COORDINATOR).post(url + "/unarchive")).hasStatus(303);
        assertThat(pages.asStranger().get("/public/website/archive/7")).hasStatus(404);
    }
}
