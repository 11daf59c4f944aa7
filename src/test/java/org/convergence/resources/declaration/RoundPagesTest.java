package org.convergence.resources.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.OrganisationId;
import org.convergence.identity.Role;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A round from preparation to reminders, through the pages. */
@ModuleTest
class RoundPagesTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private DeclarationFixture members;

    @Autowired
    private List<RecurringWork> recurring;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;
    private LocalDate counted = LocalDate.EPOCH;

    @BeforeEach
    void nobody() {
        members.clear();
        today = settings.today();
        counted = today.minusDays(20);
    }

    @Test
    void preparesApprovesAndSendsARoundInEachLanguage() {
        OrganisationId maple = members.addMember("Syndicat de l’Érable", "erable@exemple.org", null);
        members.addMember("Sindicato del Maíz", "maiz@exemple.org", "es");
        members.addMember("Section sans adresse", null, null);
        members.declareHeadcount(maple, 400, counted.minusYears(1));
        assertThat(pages.as(Role.STAFF)
                        .open("/resources/declaration")
                        .select("main")
                        .text())
                .contains("Aucune demande encore");
        String round = prepare();
        Document before = pages.as(Role.STAFF).open(round);
        assertThat(before.select("main").text())
                .contains(
                        "3 organisations membres à qui demander leur effectif; 1 est sans adresse",
                        "Rien n’est envoyé",
                        "reporté : 400");
        assertThat(before.select("main section h2").eachText().get(0)).contains("Sans adresse");
        assertThat(before.select("button").text()).doesNotContain("Approuver");
        assertThat(pages.as(Role.STAFF).post(round + "/approve")).hasStatus(403);
        assertThat(pages.as(Role.COORDINATOR).open("/").select("main").text())
                .contains("Approuver la demande des effectifs", "Voir et approuver");
        assertThat(pages.as(Role.STAFF).open("/").select("main").text()).doesNotContain("Voir et approuver");
        assertThat(members.findLetters("erable@exemple.org")).isEmpty();
        assertThat(pages.as(Role.COORDINATOR).open(round).select("main a.main").text())
                .contains("Approuver, pour 2 organisations");
        Document preview = pages.as(Role.COORDINATOR).open(round + "/approve");
        assertThat(preview.select("main").text())
                .contains(
                        "dès l’approbation",
                        "2 courriels à",
                        "erable@exemple.org",
                        "maiz@exemple.org",
                        "Sans courriel, à remettre autrement : un destinataire",
                        "Section sans adresse");
        assertThat(preview.select("main form[action$=/approve] button").text())
                .isEqualTo("Approuver, pour 2 organisations");
        assertThat(members.findLetters("erable@exemple.org")).isEmpty();
        assertThat(pages.as(Role.COORDINATOR).post(round + "/approve")).hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).open("/").select("main").text()).doesNotContain("Voir et approuver");
        assertThat(members.findLetters("erable@exemple.org"))
                .singleElement()
                .asString()
                .contains("Combien en comptait Syndicat de l’Érable", "[[link]]");
        assertThat(members.findLetters("maiz@exemple.org"))
                .singleElement()
                .asString()
                .contains("¿Cuántas tenía Sindicato del Maíz", "[[link]]");
        assertThat(pages.as(Role.STAFF).open(round).select("main").text())
                .contains("La question n’est pas encore partie", "Question : En attente d’envoi")
                .contains("3 organisations membres à qui demander leur effectif")
                .doesNotContain("pas répondu");
        members.markLettersSent(0);
        assertThat(pages.as(Role.STAFF).open(round).select("main").text())
                .contains("La question est partie aujourd’hui", "aucune réponse")
                .doesNotContain("pas répondu");
        assertThat(db.sql("SELECT count(*) FROM platform.mail_message WHERE body LIKE '%/link/%'")
                        .query(Long.class)
                        .single())
                .as("the outbox holds no secret")
                .isZero();
    }

    @Test
    void asksEachOrganisationOnce() {
        members.addMember("Syndicat de l’Érable", "erable@exemple.org", null);
        String round = prepare();
        pages.as(Role.COORDINATOR).post(round + "/approve");
        pages.as(Role.COORDINATOR).post(round + "/approve");
        schedule();
        assertThat(members.findLetters("erable@exemple.org")).hasSize(1);
        members.addMember("Arrivée depuis", "depuis@exemple.org", null);
        schedule();
        assertThat(members.findLetters("depuis@exemple.org")).hasSize(1);
        assertThat(members.findLetters("erable@exemple.org")).hasSize(1);
    }

    @Test
    void remindsOnlySilentOrganisations() {
        OrganisationId maple = members.addMember("Syndicat de l’Érable", "erable@exemple.org", null);
        members.addMember("Syndicat du Bouleau", "bouleau@exemple.org", null);
        String round = prepare();
        pages.as(Role.COORDINATOR).post(round + "/approve");
        assertThat(pages.as(Role.STAFF).post(round + "/remind")).hasStatus(303);
        assertThat(members.findLetters("bouleau@exemple.org"))
                .as("already written to today")
                .hasSize(1);
        db.sql("UPDATE resources.declaration_question SET asked_at = asked_at - interval '3 days'")
                .update();
        members.markLettersSent(3);
        members.declareHeadcount(maple, 410, counted);
        assertThat(pages.as(Role.STAFF).open("/").select("main").text())
                .contains("1 organisation n’a pas encore donné son effectif");
        assertThat(pages.as(Role.STAFF).open(round).select("main a.button").text())
                .contains("Relancer l’organisation sans réponse");
        assertThat(pages.as(Role.STAFF).open(round + "/remind").select("main").text())
                .contains("Syndicat du Bouleau", "bouleau@exemple.org")
                .doesNotContain("Syndicat de l’Érable");
        assertThat(pages.as(Role.STAFF).post(round + "/remind")).hasStatus(303);
        assertThat(members.findLetters("erable@exemple.org")).hasSize(1);
        assertThat(members.findLetters("bouleau@exemple.org"))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("Rappel");
        pages.as(Role.STAFF).post(round + "/remind");
        assertThat(pages.as(Role.STAFF).open(round + "/remind").select("main").text())
                .contains("Personne à relancer", "Aucun rappel ne part");
        assertThat(members.findLetters("bouleau@exemple.org")).hasSize(2);
        assertThat(pages.as(Role.STAFF).open(round).select("main").text()).contains("Rappel : En attente d’envoi");
        assertThat(pages.as(Role.STAFF).post(round + "/take-back")).hasStatus(303);
        assertThat(pages.as(Role.STAFF).open(round).select("main a.button").text())
                .contains("Relancer l’organisation sans réponse");
        pages.as(Role.STAFF).post(round + "/remind");
        members.markLettersSent(0);
        assertThat(pages.as(Role.STAFF)
                        .open(round)
                        .select("main section h2")
                        .eachText()
                        .get(0))
                .contains("déjà relancées");
    }

    @Test
    void schedulesOneReminder() {
        members.addMember("Syndicat du Bouleau", "bouleau@exemple.org", null);
        String round = prepare();
        pages.as(Role.COORDINATOR).post(round + "/approve");
        db.sql("UPDATE resources.declaration_round SET asks_on = :day, reminds_on = :today")
                .param("day", today.minusDays(5))
                .param("today", today)
                .update();
        schedule();
        assertThat(members.findLetters("bouleau@exemple.org")).as("asked today").hasSize(1);
        db.sql("UPDATE resources.declaration_question SET asked_at = asked_at - interval '5 days'")
                .update();
        members.markLettersSent(5);
        schedule();
        schedule();
        assertThat(members.findLetters("bouleau@exemple.org")).hasSize(2);
    }

    @Test
    void confirmsANumberAndExportsTheRound() {
        OrganisationId maple = members.addMember("Syndicat de l’Érable", "erable@exemple.org", null);
        members.declareHeadcount(maple, 400, counted.minusYears(1));
        members.declareHeadcount(maple, 418, counted);
        String round = prepare();
        Document page = pages.as(Role.STAFF).open(round);
        assertThat(page.select("main").text()).contains("418", "+18 depuis le");
        String confirm = page.select("form[action*=/confirm/]").attr("action");
        assertThat(pages.as(Role.STAFF).post(confirm)).hasStatus(303);
        assertThat(pages.as(Role.STAFF).open(round).select("main section").text())
                .contains("Confirmé");
        assertThat(pages.as(Role.STAFF).post(confirm))
                .as("a repeat by mistake needs confirmation")
                .hasStatus(303);
        assertThat(mvc.get().uri(round + "/export.csv").with(visitors.as(Role.STAFF)))
                .hasStatusOk()
                .bodyText()
                .contains("Syndicat de l’Érable", "418", "400");
        assertThat(mvc.get().uri(round).with(visitors.as(Role.BOARD_MEMBER))).hasStatus(403);
        assertThat(mvc.get().uri(round + "/export.csv").with(visitors.as(Role.BOARD_MEMBER)))
                .hasStatus(403);
    }

    @Test
    void refusesInvalidDaysAndProtectsApprovedOnes() {
        assertThat(pages.as(Role.STAFF).post("/resources/declaration/new", days(today, today, today.plusDays(3))))
                .hasStatus(422)
                .bodyText()
                .contains("Le rappel vient après la demande");
        String round = prepare();
        assertThat(pages.as(Role.STAFF)
                        .post("/resources/declaration/new", days(today, today.plusDays(1), today.plusDays(3))))
                .hasStatus(422)
                .bodyText()
                .contains("Il y a déjà une demande pour le", "<a href=\"" + round + "\">Ouvrir");
        assertThat(pages.as(Role.STAFF).post(round + "/remind")).hasStatus(422);
        pages.as(Role.COORDINATOR).post(round + "/approve");
        String[] later = with("version=2", days(today, today.plusDays(5), today.plusDays(60)));
        assertThat(pages.as(Role.STAFF).post(round + "/days", later))
                .hasStatus(422)
                .bodyText()
                .contains("coordination");
        assertThat(pages.as(Role.COORDINATOR).post(round + "/days", later)).hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).post(round + "/days", later)).hasStatus(409);
    }

    private String prepare() {
        MvcTestResult made = pages.as(Role.STAFF)
                .post("/resources/declaration/new", days(today, today.plusDays(14), today.plusDays(28)));
        assertThat(made).hasStatus(303);
        return String.valueOf(made.getResponse().getRedirectedUrl());
    }

    private String[] days(LocalDate asks, LocalDate reminds, LocalDate closes) {
        return new String[] {"countedOn=" + counted, "asksOn=" + asks, "remindsOn=" + reminds, "closesOn=" + closes};
    }

    private static String[] with(String one, String[] others) {
        String[] all = java.util.Arrays.copyOf(others, others.length + 1);
        all[others.length] = one;
        return all;
    }

    private void schedule() {
        recurring.stream()
                .filter(it -> it.name().equals("declaration-rounds"))
                .forEach(it -> org.convergence.platform.access.CurrentActor.runAs(
                        org.convergence.platform.access.Actor.system("schedule"), it::run));
    }
}
