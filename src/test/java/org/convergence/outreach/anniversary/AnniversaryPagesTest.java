package org.convergence.outreach.anniversary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page of the committee of an anniversary: money, days, who does what, what is at risk if nobody is hired. */
@ModuleTest
class AnniversaryPagesTest {

    private static final String LIST = "/outreach/anniversary";

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;
    private final UUID committee = UUID.randomUUID();

    @BeforeEach
    @AfterEach
    void clear() {
        users.ensureOrganisation();
        today = settings.today();
        for (String rows : new String[] {
            "outreach.anniversary",
            "plan.checklist_item WHERE kind = 'outreach.anniversary'",
            "outreach.event_order",
            "outreach.event",
            "outreach.exhibition_booking",
            "outreach.exhibition",
            "resources.dues_call WHERE kind = 'APPEAL'",
            "outreach.assembly_meeting WHERE body IN (SELECT id FROM outreach.assembly_body WHERE code = 'CCINQ')",
            "outreach.assembly_body WHERE code = 'CCINQ'"
        }) {
            db.sql("DELETE FROM " + rows).update();
        }
    }

    private String post(String url, String... fields) {
        MvcTestResult answer = pages.as(Role.STAFF).post(url, fields);
        assertThat(answer).as(Pages.text(answer)).hasStatus(303);
        return Pages.location(answer);
    }

    private Document open(String url) {
        return pages.as(Role.STAFF).open(url);
    }

    private static String text(Document page, String part) {
        return page.select(part).text().replaceAll("[\\u00a0\\u202f]", " ");
    }

    private String anniversary(String... more) {
        db.sql(
                        "INSERT INTO outreach.assembly_body (id, name, code, kind) VALUES (?, 'Comité du 50e', 'CCINQ', 'COMMITTEE')")
                .param(committee)
                .update();
        db.sql("INSERT INTO outreach.assembly_meeting (id, body, state, begins) VALUES (?, ?, 'PLANNED', ?)")
                .params(UUID.randomUUID(), committee, today.plusDays(5).atTime(19, 0))
                .update();
        String[] fields = new String[more.length + 6];
        System.arraycopy(more, 0, fields, 0, more.length);
        fields[more.length] = "name=Les cinquante ans";
        fields[more.length + 1] = "startsOn=" + today.minusDays(30);
        fields[more.length + 2] = "endsOn=" + today.plusDays(300);
        fields[more.length + 3] = "body=" + committee;
        fields[more.length + 4] = "target=12000";
        fields[more.length + 5] = "post=Chargée de projet";
        return post(LIST + "/new", fields);
    }

    private String event(String name, int days) {
        String url =
                post("/outreach/event/new", "name=" + name, "day=" + today.plusDays(days), "quota=100", "target=9000");
        db.sql("UPDATE outreach.event SET takings = 4000, costs = 1500 WHERE name = ?")
                .param(name)
                .update();
        return url;
    }

    private void add(String url, String title, boolean needsPost) {
        String value = open(url).select("select[name=part] option").stream()
                .filter(each -> each.text().endsWith(" · " + title))
                .map(each -> each.attr("value"))
                .findFirst()
                .orElseThrow();
        post(url + "/parts", "part=" + value, needsPost ? "needsPost=true" : "url=");
    }

    @Test
    void onePageHasMoneyDaysTasksAndRisks() {
        String url = anniversary();
        event("Soirée des 50 ans", 40);
        String conference = event("Conférence des 50 ans", 60);
        post(
                "/outreach/exhibition/new",
                "title=Cinquante ans en images",
                "panels=24",
                "value=18000",
                "space=40",
                "dismount=1",
                "transport=2",
                "mount=1",
                "version=0");
        db.sql(
                        "INSERT INTO resources.dues_call (id, kind, name, reference, due_on, amount) VALUES (?, 'APPEAL', ?, ?, ?, 500)")
                .params(UUID.randomUUID(), "Appel spécial du 50e", today, today.plusDays(20))
                .update();
        add(url, "Soirée des 50 ans", true);
        add(url, "Conférence des 50 ans", false);
        add(url, "Cinquante ans en images", true);
        add(url, "Appel spécial du 50e", false);
        post(
                url + "/parts",
                "title=Recueil des récits",
                "url=https://archives.example/50",
                "day=" + today.plusDays(90),
                "needsPost=true");
        String checklist = "/plan/checklist/outreach.anniversary/" + url.replaceFirst(".*/", "") + "/new";
        post(checklist, "label=Réserver le traiteur", "dueOn=" + today.plusDays(10));

        Document page = open(url);
        assertThat(text(page, "#money"))
                .contains("Soirée des 50 ans 9 000,00 $ 4 000,00 $ 1 500,00 $ 2 500,00 $")
                .contains("Ensemble 18 000,00 $ 8 000,00 $ 3 000,00 $ 5 000,00 $")
                .contains("Objectif de l’anniversaire : 12 000,00 $")
                .contains("Les objectifs des éléments font 18 000,00 $, soit 6 000,00 $ de plus.");
        assertThat(text(page, "#days"))
                .containsSubsequence(
                        "Réunion du comité",
                        "Réserver le traiteur",
                        "Appel spécial du 50e : échéance",
                        "Soirée des 50 ans",
                        "Conférence des 50 ans",
                        "Recueil des récits");
        assertThat(text(page, "#risk"))
                .contains(
                        "Le poste « Chargée de projet » est à pourvoir",
                        "Soirée des 50 ans (",
                        "Cinquante ans en images")
                .contains("Recueil des récits (", "Réserver le traiteur (")
                .doesNotContain("Conférence");
        assertThat(text(page, "#parts"))
                .contains("aucune étape", "dépend du poste")
                .doesNotContain("null");

        pages.as(Role.STAFF).post(conference + "/state/CANCELLED");
        assertThat(text(open(url), "#days")).as("a cancelled event is no date").doesNotContain("Conférence");
        assertThat(text(open(url), "#parts")).contains("Annulé");
        assertThat(text(open(url), "#money"))
                .as("a cancelled event aims at nothing")
                .contains("Les objectifs des éléments font 9 000,00 $ : il manque 3 000,00 $.");

        post(
                url + "/edit",
                "version=1",
                "name=Les cinquante ans",
                "startsOn=" + today,
                "endsOn=" + today.plusDays(300),
                "post=Chargée de projet",
                "hired=true");
        assertThat(open(url).select("#risk")).isEmpty();
        assertThat(text(open(url), "main")).contains("Poste pourvu : Chargée de projet.");
    }

    @Test
    void aRecordIsAPartOnceAndReadersChangeNothing() {
        String url = anniversary();
        event("Soirée des 50 ans", 40);
        String value =
                open(url).select("select[name=part] option[value^=EVENT]").attr("value");
        post(url + "/parts", "part=" + value);
        assertThat(pages.as(Role.STAFF).post(url + "/parts", "part=" + value))
                .as("it is offered no longer")
                .hasStatus(422)
                .bodyText()
                .contains("Ce choix n’est plus offert");
        assertThat(pages.as(Role.STAFF).post(url + "/parts", "part=" + value, "title=Deux"))
                .hasStatus(422)
                .bodyText()
                .contains("l’un ou l’autre");
        assertThat(pages.as(Role.STAFF).post(url + "/parts", "title=Récits", "url=javascript:alert(1)"))
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF)
                        .post(LIST + "/new", "name=X", "startsOn=" + today, "endsOn=" + today.minusDays(1)))
                .hasStatus(422)
                .bodyText()
                .contains("finit avant de commencer");
        assertThat(text(pages.as(Role.VOLUNTEER).open(url), "main"))
                .as("a volunteer sees no sums")
                .contains("Soirée des 50 ans")
                .doesNotContain("4 000");
        assertThat(text(pages.as(Role.BOARD_MEMBER).open(url), "#money")).contains("4 000,00 $");
        assertThat(pages.as(Role.BOARD_MEMBER).post(url + "/parts", "title=Récits"))
                .hasStatus(403);
        assertThat(pages.as(Role.STAFF)
                        .post(url + "/edit", "version=9", "name=Y", "startsOn=" + today, "endsOn=" + today))
                .as("another version")
                .hasStatus(409);
        String remove = open(url).select("form[action$=/remove]").attr("action");
        post(remove);
        assertThat(text(open(url), "#parts")).contains("Rien n’en fait encore partie");
        assertThat(db.sql("SELECT count(*) FROM outreach.event")
                        .query(Integer.class)
                        .single())
                .as("the event stays")
                .isOne();
        assertThat(pages.as(Role.STAFF).post(remove)).hasStatus(404);
    }

    @Test
    void nothingIsAtRiskWithoutAPost() {
        String url = anniversary();
        event("Soirée des 50 ans", 40);
        add(url, "Soirée des 50 ans", true);
        assertThat(text(open(url), "#risk")).contains("Soirée des 50 ans");
        post(url + "/edit", "version=1", "name=Les cinquante ans", "startsOn=" + today, "endsOn=" + today, "post=");
        Document page = open(url);
        assertThat(text(page, "main")).doesNotContain("à risque", "dépend du poste", "Dépend du poste");
        assertThat(page.select("[name=needsPost]")).isEmpty();
    }

    @Test
    void datesAreThoseToCome() {
        String url = anniversary();
        post(
                "/plan/checklist/outreach.anniversary/" + url.replaceFirst(".*/", "") + "/new",
                "label=Réserver le traiteur",
                "dueOn=" + today.minusDays(1));
        db.sql("""
                        WITH h AS (INSERT INTO directory.people_organisation (id, name, kind)
                                   VALUES (gen_random_uuid(), 'Musée de Matane', 'OTHER') RETURNING id),
                             e AS (INSERT INTO outreach.exhibition (id, title, panels, insured_value, space_metres, travel_dismount,
                                                                    travel_transport, travel_mount)
                                   VALUES (gen_random_uuid(), 'Cinquante ans en images', 1, 1, 1, 0, 0, 0) RETURNING id)
                        INSERT INTO outreach.exhibition_booking (id, exhibition, host, city, asked_on, open_from, open_to, held_from,
                                                                 held_to, state, space_note, security_note)
                        SELECT gen_random_uuid(), e.id, h.id, 'Matane', d.day, d.day, d.day, d.day, d.day, 'RESERVED', 'x', 'x'
                        FROM e CROSS JOIN h CROSS JOIN (VALUES (CAST(:past AS date)), (CAST(:next AS date))) AS d (day)
                        """)
                .param("past", today.minusDays(9))
                .param("next", today.plusDays(9))
                .update();
        add(url, "Cinquante ans en images", false);
        assertThat(text(open(url), "#days"))
                .contains("Cinquante ans en images : prochaine ouverture")
                .doesNotContain("traiteur");
        assertThat(text(open(url), "#checklist")).contains("Réserver le traiteur");
    }

    @Test
    void manyEventsHideNoOtherKind() {
        String url = anniversary();
        post(
                "/outreach/exhibition/new",
                "title=Images",
                "panels=1",
                "value=1",
                "space=1",
                "dismount=1",
                "transport=1",
                "mount=1");
        db.sql("""
                        INSERT INTO outreach.event (id, name, day, table_size)
                        SELECT gen_random_uuid(), 'Soirée ' || n, CAST(? AS date) - n, 8 FROM generate_series(1, 210) n
                        """).param(today).update();
        Document page = open(url);
        UUID oldest = db.sql("SELECT id FROM outreach.event WHERE name = 'Soirée 210'")
                .query(UUID.class)
                .single();
        assertThat(page.select("select[name=part] option[value^=EXHIBITION]")).hasSize(1);
        assertThat(page.select("select[name=part] option[value$=" + oldest + "]"))
                .isEmpty();
        post(url + "/parts", "part=EVENT/" + oldest);
        assertThat(text(open(url), "#parts")).contains("Soirée 210");
    }
}
