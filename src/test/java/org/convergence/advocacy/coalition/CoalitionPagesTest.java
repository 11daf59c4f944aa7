package org.convergence.advocacy.coalition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.convergence.advocacy.AdvocacyFixture;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A coalition: seats with their mandate, positions in our name, its acts and our part. */
@ModuleTest
class CoalitionPagesTest {

    @Autowired
    private AdvocacyFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private RealisationFixture realisations;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void noCoalitions() {
        fixture.clear();
        today = settings.today();
    }

    private String coalition(String name, String... more) {
        String[] fields = new String[more.length + 1];
        fields[0] = "organisation-new=" + name;
        System.arraycopy(more, 0, fields, 1, more.length);
        return fixture.post("/advocacy/coalition/new", fields);
    }

    private String seat(String url, String power) {
        fixture.post(
                url + "/seats/new",
                "seatTitle=Coordination",
                "mandate=Parler de la C189, selon la résolution 12",
                "power=" + power,
                "hours=40",
                "reviewOn=" + today.minusDays(3));
        return url + "/seats/" + fixture.only("coalition_seat");
    }

    @Test
    void putsTheCoalitionsOfThePeopleConcernedFirstAndTellsTheHours() {
        coalition("Alliance des aides domestiques fictive", "concerned=true", "mission=Des droits");
        String other = coalition("Table fictive de concertation");
        seat(other, "DECIDES");
        String list = fixture.main("/advocacy/coalition");
        assertThat(list.indexOf("Alliance des aides domestiques fictive"))
                .isLessThan(list.indexOf("Table fictive de concertation"));
        assertThat(list)
                .contains("Menées par les personnes concernées", "Nos sièges prennent 40 h par an", "en retard");
        assertThat(fixture.main("/")).contains("Mandat à revoir : Coordination");
        db.sql("UPDATE advocacy.coalition SET left_on = current_date").update();
        assertThat(fixture.main(other)).contains("Qui siégeait pour nous").doesNotContain("mandat à revoir");
        assertThat(fixture.main("/advocacy/coalition")).contains("Quittées").doesNotContain("40 h", "à revoir");
        assertThat(pages.as(Role.COORDINATOR)
                        .post("/advocacy/coalition/new", "organisation-new=Table fictive de concertation"))
                .as("followed already")
                .hasStatus(422);
    }

    @Test
    void citesTheMandateAndRefusesWhatItDoesNotAllow() {
        String url = coalition("Table fictive de concertation");
        String seat = seat(url, "OBSERVES");
        String[] position = {
            "seat=" + AdvocacyFixture.id(seat), "position=Déclaration du 7 octobre", "takenOn=" + today, "", ""
        };
        position[3] = "consultedOn=";
        position[4] = "consulted=";
        MvcTestResult observes = pages.as(Role.COORDINATOR).post(url + "/positions", position);
        assertThat(observes).hasStatus(422);
        assertThat(Pages.parse(observes).text()).contains("Ce siège observe seulement");

        change(seat, "1", "CONSULTS");
        MvcTestResult alone = pages.as(Role.COORDINATOR).post(url + "/positions", position);
        assertThat(alone).hasStatus(422);
        assertThat(Pages.parse(alone).text()).contains("Ce siège doit consulter");
        position[3] = "consultedOn=" + today.minusDays(2);
        position[4] = "consulted=Le CA dit oui";
        fixture.post(url + "/positions", position);
        change(seat, "2", "DECIDES");
        assertThat(fixture.main(url))
                .contains("Déclaration du 7 octobre", "Le CA dit oui")
                .contains("Mandat cité : Parler de la C189, selon la résolution 12");
        assertThat(pages.as(Role.COORDINATOR).post(seat, fields("2", "OBSERVES")))
                .as("edited meanwhile")
                .hasStatus(409);
        String remove = "/positions/" + fixture.only("coalition_position") + "/remove";
        assertThat(pages.as(Role.COORDINATOR).post(coalition("Autre table fictive") + remove))
                .as("of another coalition")
                .hasStatus(404);
        fixture.post(url + remove);
        assertThat(fixture.main(url)).doesNotContain("Déclaration du 7 octobre");
    }

    private void change(String seat, String version, String power) {
        fixture.post(seat, fields(version, power));
    }

    private String[] fields(String version, String power) {
        return new String[] {
            "version=" + version,
            "seatTitle=Coordination",
            "mandate=" + (power.equals("DECIDES") ? "Tout autre mandat" : "Parler de la C189, selon la résolution 12"),
            "power=" + power,
            "hours=40",
            "reviewOn=" + today.plusDays(200)
        };
    }

    @Test
    void countsOurPartOfAnActAndNotTheAct() {
        String url = coalition("Table fictive de concertation");
        fixture.post(url + "/acts", "day=" + today, "what=La Table écrit au gouvernement", "ourPart=");
        assertThat(realisations()).isZero();
        fixture.post(url + "/acts", "day=" + today, "what=La Table marche", "ourPart=Nous avons animé la marche");
        assertThat(fixture.main(url)).contains("Sans nous", "Notre part : Nous avons animé la marche");
        assertThat(realisations()).isEqualTo(1);
        String act = db.sql("SELECT id::text FROM advocacy.coalition_act WHERE our_part <> ''")
                .query(String.class)
                .single();
        fixture.post(url + "/acts/" + act + "/remove");
        assertThat(realisations()).isZero();
        fixture.post(url + "/contributions", "owed=La cotisation", "dueOn=" + today.minusDays(1));
        assertThat(fixture.main("/")).contains("À donner à la coalition : La cotisation");
        fixture.post(url + "/contributions/" + fixture.only("coalition_contribution") + "/done");
        assertThat(fixture.main("/")).doesNotContain("La cotisation");
        fixture.post(url + "/contributions/" + fixture.only("coalition_contribution") + "/remove");
        assertThat(fixture.main(url)).contains("Nous ne devons rien en ce moment");
    }

    @Test
    void countsOurPartForTheLineOfTheCoalitionUnderATitleThatNamesTheAct() {
        realisations.clear();
        PlanId plan = realisations.underWay("Plan fictif");
        ActionId line = realisations.action(plan, realisations.means(plan, "3.3", "Coalitions"), "Siéger aux tables");
        try {
            String url = coalition("Table fictive de concertation", "line=" + line.value());
            assertThat(pages.as(Role.COORDINATOR)
                            .open(url + "/edit")
                            .select("select[name=line] option[selected]")
                            .attr("value"))
                    .isEqualTo(line.value().toString());
            assertThat(fixture.main(url)).contains("Siéger aux tables").doesNotContain("La choisir");
            fixture.post(url + "/acts", "day=" + today, "what=La Table écrit à la ministre.", "ourPart=Relecture");
            assertThat(db.sql("""
                                    SELECT r.title FROM plan.realisation r
                                    JOIN plan.realisation_line s ON s.realisation = r.id AND s.action = ?
                                    """).param(line.value()).query(String.class).list())
                    .containsExactly("La Table écrit à la ministre\u00a0: Relecture");
            fixture.post(url + "/acts", "day=" + today, "what=" + "Long ".repeat(100), "ourPart=Relecture");
            assertThat(db.sql("SELECT max(length(title)) FROM plan.realisation")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(300);
        } finally {
            fixture.clear();
            realisations.clear();
        }
        assertThat(fixture.main(coalition("Autre table fictive"))).contains("La choisir");
    }

    @Test
    void listsWhatWasDoneWithTheCoalitionAndRecordedElsewhere() {
        String url = coalition("Table fictive de concertation", "joinedOn=" + today.minusDays(40));
        String organisation = db.sql("SELECT organisation::text FROM advocacy.coalition")
                .query(String.class)
                .single();
        fixture.post(url + "/acts", "day=" + today, "what=La Table marche", "ourPart=Nous avons animé la marche");
        assertThat(fixture.main(url)).doesNotContain("noté ailleurs");
        record("Rencontre de la Table", organisation, 5);
        record("Rencontre avant notre arrivée", organisation, 60);
        assertThat(fixture.main(url))
                .contains("Fait avec elle, noté ailleurs", "Rencontre de la Table")
                .doesNotContain("avant notre arrivée", "La Table marche : Nous", "Voir toutes ces réalisations");
        for (int n = 0; n < 10; n++) {
            record("Autre rencontre", organisation, 4);
        }
        assertThat(fixture.main(url)).doesNotContain("Rencontre de la Table");
        String all = pages.as(Role.COORDINATOR)
                .open(url)
                .select("a:contains(Voir toutes ces réalisations)")
                .attr("href");
        assertThat(fixture.main(all)).contains("Rencontre de la Table");
    }

    @Test
    void remindsOfAMeetingUntilItIsToldAndKeepsItsMinutes() throws Exception {
        String url = coalition("Table fictive de concertation");
        String seat = AdvocacyFixture.id(seat(url, "OBSERVES"));
        assertThat(pages.as(Role.COORDINATOR)
                        .open(url + "/meetings/new")
                        .select("select[name=seat] option[selected]")
                        .attr("value"))
                .isEqualTo(seat);
        String[] meeting = {
            "version=1", "heldOn=" + today.plusDays(2), "title=Comité de la table", "seat=" + seat, "url=", "outcome="
        };
        fixture.post(url + "/meetings/new", meeting);
        String form = url + "/meetings/" + fixture.only("coalition_meeting");
        assertThat(fixture.main("/")).contains("à préparer ou à raconter : Comité de la table");
        meeting[4] = "url=javascript:alert(1)";
        assertThat(pages.as(Role.COORDINATOR).post(form, meeting)).hasStatus(422);
        meeting[4] = "url=https://table.example/ordre-du-jour";
        meeting[5] = "outcome=Une déclaration commune";
        assertThat(pages.as(Role.COORDINATOR).post(form, meeting)).as("ahead").hasStatus(422);
        meeting[1] = "heldOn=" + today.minusDays(1);
        assertThat(keep(form, "Nous avons lu la déclaration")).hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).post(form, meeting))
                .as("edited meanwhile")
                .hasStatus(409);
        assertThat(fixture.main("/"))
                .contains("Comité de la table : Nous avons lu la déclaration")
                .doesNotContain("à raconter");
        assertThat(fixture.main(url)).contains("Notre part : Nous avons lu la déclaration", "Procès-verbal");
        assertThat(realisations()).isOne();
        String minutes = pages.as(Role.COORDINATOR)
                .open(url)
                .select("a:contains(Procès-verbal)")
                .attr("href");
        assertThat(pages.as(Role.COORDINATOR).get(minutes)).hasStatus(200);
        assertThat(pages.asStranger().get(minutes)).hasStatus(303);
        meeting[0] = "version=2";
        fixture.post(form, meeting);
        assertThat(realisations()).as("no part of ours").isZero();
        assertThat(pages.as(Role.COORDINATOR).get(minutes)).as("kept").hasStatus(200);
        assertThat(fixture.main("/search?q=declaration commune")).contains("Comité de la table");
        fixture.post(form + "/remove");
        assertThat(pages.as(Role.COORDINATOR).get(minutes)).hasStatus(404);
        assertThat(fixture.main(url)).contains("Aucune rencontre n’est notée");
        assertThat(pages.as(Role.AUDITOR).post(url + "/meetings/new", meeting)).hasStatus(403);
    }

    /** Tells the meeting of yesterday with a file. */
    private MvcTestResult keep(String form, String ourPart) {
        return mvc.post()
                .uri(form)
                .multipart()
                .file(new MockMultipartFile(
                        "minutes", "pv.txt", "text/plain", "Procès-verbal fictif".getBytes(StandardCharsets.UTF_8)))
                .param("version", "1")
                .param("heldOn", today.minusDays(1).toString())
                .param("title", "Comité de la table")
                .param("ourPart", ourPart)
                .with(visitors.as(Role.COORDINATOR))
                .with(csrf())
                .exchange();
    }

    private void record(String title, String organisation, int daysAgo) {
        fixture.post(
                "/plan/realisation",
                "title=" + title,
                "kind=MEETING",
                "when=other",
                "date=" + today.minusDays(daysAgo),
                "organisations=" + organisation);
    }

    private long realisations() {
        return db.sql("SELECT count(*) FROM plan.realisation WHERE state = 'DONE' AND title LIKE '%Nous avons%'")
                .query(Long.class)
                .single();
    }
}
