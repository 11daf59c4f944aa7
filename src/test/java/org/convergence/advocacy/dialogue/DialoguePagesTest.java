package org.convergence.advocacy.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.convergence.advocacy.AdvocacyFixture;
import org.convergence.identity.Role;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A decision-maker from the first letter to a promise kept, the brief before a meeting, and a list from a file. */
@ModuleTest
class DialoguePagesTest {

    private static final String ACTS = "/advocacy/dialogue/acts";

    @Autowired
    private AdvocacyFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private List<RecurringWork> works;

    @Autowired
    private JobTestRunner jobs;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void noDecisionMakers() {
        fixture.clear();
        today = settings.today();
    }

    private String act(String kind, LocalDate day, String subject, String with, String... more) {
        List<String> fields = new ArrayList<>(
                List.of("kind=" + kind, "day=" + day, "subject=" + subject, "targets=" + AdvocacyFixture.id(with)));
        fields.addAll(List.of(more));
        return fixture.post(ACTS + "/new", fields.toArray(String[]::new));
    }

    @Test
    void aMeetingIsPreparedHeldCountedAndFollowedToAPromiseKept() {
        String url = fixture.minister("Zélie", "Quenouille");
        assertThat(fixture.main(url)).contains("Ministre du Travail", "cabinet@travail.example");
        fixture.post(url + "/asks", "ask=Ratifier la C189", "theme=Travail domestique");
        String meeting = act("MEETING", today.plusDays(3), "Rencontre sur la C189", url);
        assertThat(fixture.main("/")).contains("Rencontre à préparer ou à raconter : Rencontre sur la C189");
        assertThat(count("plan.realisation"))
                .as("a planned meeting is no realisation")
                .isZero();
        assertThat(fixture.main(url + "/brief"))
                .contains("Zélie Quenouille", "Ratifier la C189", "pas encore demandé", "Rencontre sur la C189");

        String[] held = {
            "version=1",
            "kind=MEETING",
            "day=" + today,
            "subject=Rencontre sur la C189",
            "targets=" + AdvocacyFixture.id(url),
            "asks=" + fixture.only("dialogue_ask"),
            "said=Elle y travaille",
            "source=Notes de Maryse",
            "hours=2,5"
        };
        fixture.post(meeting + "/edit", held);
        assertThat(fixture.main(meeting))
                .contains("Faite", "Elle y travaille", "2 h 30", "Compte (Québec)", "La réalisation et ses lignes");
        held[0] = "version=2";
        fixture.post(meeting + "/edit", held);
        assertThat(db.sql("SELECT count(*) FROM plan.realisation WHERE state = 'DONE' AND staff_hours = 2.5")
                        .query(Long.class)
                        .single())
                .as("one realisation, however often it is saved")
                .isEqualTo(1);
        assertThat(pages.as(Role.COORDINATOR).post(meeting + "/edit", held))
                .as("edited meanwhile")
                .hasStatus(409);

        fixture.post(
                url + "/commitments",
                "act=" + AdvocacyFixture.id(meeting),
                "words=Déposer le projet de loi",
                "source=Rencontre",
                "madeOn=" + today.minusDays(9),
                "dueOn=" + today.minusDays(1));
        assertThat(fixture.main("/")).contains("Engagement, qu’en est-il : Déposer le projet de loi");
        assertThat(fixture.main(url + "/brief"))
                .contains("Déposer le projet de loi", "En retard d’un jour", "demandé la dernière fois le");
        String commitment = "/advocacy/dialogue/commitments/" + fixture.only("dialogue_commitment");
        fixture.post(commitment + "/state", "state=BROKEN", "evidence=Feuilleton", "from=" + url);
        assertThat(fixture.main("/advocacy/dialogue/commitments?state=BROKEN"))
                .contains("Non tenu", "Feuilleton", "Zélie Quenouille");
        assertThat(fixture.main("/")).doesNotContain("Déposer le projet de loi");
        fixture.post(commitment + "/reopen");
        fixture.post(commitment + "/state", "state=KEPT");
        assertThat(fixture.main(url)).contains("Tenu");
        fixture.post(meeting + "/cancel");
        assertThat(count("plan.realisation WHERE state = 'DONE'")).isZero();
    }

    private long count(String from) {
        return db.sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }

    @Test
    void saysThatATargetLeftOfficeYesterdayAndForgetsTheAddresses() {
        String url = fixture.minister("Zélie", "Quenouille");
        fixture.post(url + "/mandates/" + fixture.only("dialogue_mandate") + "/end", "lastDay=" + today.minusDays(1));
        assertThat(fixture.main(url)).contains("N’est plus en poste", "hier").doesNotContain("cabinet@travail.example");
        assertThat(fixture.main("/advocacy/dialogue?office=LEFT")).contains("Zélie Quenouille");
        assertThat(fixture.main(ACTS + "/new?with=" + AdvocacyFixture.id(url))).contains("N’est plus en poste");
        String letter = act("LETTER", today, "Lettre", url, "replyBy=" + today.plusDays(20), "hours=1");
        assertThat(fixture.main(letter)).contains("N’est plus en poste", "Ne compte pas : aucun registre");
        assertThat(count("advocacy.dialogue_mandate WHERE mail <> ''")).isEqualTo(1);
        works.stream().filter(each -> each.name().equals("dialogue-sweep")).forEach(RecurringWork::run);
        assertThat(count("advocacy.dialogue_mandate WHERE mail <> ''")).isZero();
        assertThat(db.sql(
                                "SELECT count(*) FROM platform.audit_change WHERE after::text LIKE '%cabinet@travail.example%'")
                        .query(Long.class)
                        .single())
                .as("nor in the history")
                .isZero();
    }

    @Test
    void aLetterIsAnsweredOrLeftInSilence() {
        String url = fixture.minister("Zélie", "Quenouille");
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                ACTS + "/new",
                                "kind=LETTER",
                                "day=" + today.plusDays(1),
                                "subject=Demain",
                                "targets=" + AdvocacyFixture.id(url)))
                .as("a letter cannot be planned")
                .hasStatus(422);
        String letter = act("LETTER", today.minusDays(30), "Lettre ouverte", url, "replyBy=" + today.minusDays(2));
        assertThat(fixture.main("/")).contains("Sans réponse : Lettre ouverte");
        fixture.post(letter + "/reply", "reply=ANSWERED", "repliedOn=" + today, "replyWords=Elle refuse");
        assertThat(fixture.main(letter)).contains("Réponse reçue le", "Elle refuse");
        assertThat(fixture.main("/")).doesNotContain("Sans réponse : Lettre ouverte");
    }

    @Test
    void answersWithTheRollingSumOfTheRegister() {
        String url = fixture.minister("Zélie", "Quenouille");
        act("MEETING", today.minusDays(10), "Rencontre", url, "register=FEDERAL", "hours=5");
        act("COMMITTEE_BRIEF", today.minusDays(9), "Mémoire", url, "register=FEDERAL", "hours=20");
        assertThat(fixture.main("/advocacy/dialogue/lobby"))
                .contains("Sous le seuil", "Ne compte pas : mémoire ou information");
        MvcTestResult near = pages.as(Role.COORDINATOR)
                .post(
                        ACTS + "/new",
                        "kind=GRANT_CONTACT",
                        "day=" + today.minusDays(1),
                        "subject=Subvention",
                        "targets=" + AdvocacyFixture.id(url),
                        "register=FEDERAL",
                        "hours=1");
        assertThat(new String(
                        Base64.getUrlDecoder()
                                .decode(Objects.requireNonNull(
                                                near.getResponse().getCookie("notice"))
                                        .getValue()),
                        StandardCharsets.UTF_8))
                .as("warned at 6 h")
                .contains("dialogue.act.hours.AMBER");
        assertThat(fixture.main("/advocacy/dialogue/lobby"))
                .contains("Près du seuil", "6 h dans les 28 derniers jours");
        act("CALL", today, "Appel", url, "register=FEDERAL", "hours=2");
        assertThat(fixture.main("/advocacy/dialogue/lobby")).contains("Seuil atteint", "8 h");
        assertThat(fixture.main("/")).contains("Registre des lobbyistes, seuil atteint : Fédéral");
        fixture.post(
                "/advocacy/dialogue/lobby/opinions",
                "register=FEDERAL",
                "outcome=NOT_REQUIRED",
                "givenOn=" + today,
                "reviewOn=" + today.plusDays(200));
        assertThat(fixture.main("/")).doesNotContain("seuil atteint");
        act("LETTER", today.minusDays(50), "Lettre à Québec", url, "hours=1");
        assertThat(fixture.main("/advocacy/dialogue/lobby"))
                .contains("1 démarche qui compte", "à déclarer d’ici le", "pas d’inscription requise");
        assertThat(fixture.main("/")).contains("faire trancher : Québec");
        assertThat(pages.as(Role.STAFF).post("/advocacy/dialogue/lobby/opinions"))
                .hasStatus(403);
    }

    @Test
    void importsAListAndTakesItBack() {
        var answer = mvc.post()
                .uri("/advocacy/dialogue/imports")
                .multipart()
                .file("file", """
                        Nom;Fonction;Ministère;Courriel;Jusqu’au;Registre
                        Ovide Tranchemontagne;ministre;Santé;o@sante.example;;québec
                        ;cabinet;Finances;;;
                        Zénon Sanfonction;;;;;
                        """.getBytes(StandardCharsets.UTF_8))
                .with(visitors.as(Role.COORDINATOR))
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus(303);
        String url = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        assertThat(fixture.main(url)).contains("Ovide Tranchemontagne", "Il manque la fonction");
        fixture.post(url + "/run", "version=1");
        jobs.runAll();
        assertThat(fixture.main("/advocacy/dialogue")).contains("Ovide Tranchemontagne", "cabinet, Finances");
        fixture.post(url + "/undo");
        jobs.runAll();
        assertThat(count("advocacy.dialogue_decision_maker")).isZero();
        assertThat(count("directory.people_person WHERE family_name = 'Tranchemontagne'"))
                .isZero();
    }
}
