package org.convergence.advocacy.urgentaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.requests.ErasureService;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.MovingClock;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An urgent action from the alert to the account. */
@ModuleTest
class UrgentActionPagesTest extends UrgentActionScenario {

    @Autowired
    private List<RecurringWork> works;

    @Autowired
    private MovingClock clock;

    @Autowired
    private ErasureService erasure;

    @Autowired
    private TestUsers users;

    @Test
    void leavesWithTheYesAndTheCheckToEachPersonInTheirLanguage() throws Exception {
        int before = realisations();
        // A mailing of the same day does not hold an urgent action back (R-MAIL-13).
        db.sql("""
                        INSERT INTO directory.segment_letter (organisation, mailing, sent_on)
                        SELECT id, gen_random_uuid(), :today FROM directory.people_organisation WHERE name = 'Syndicat A'
                        """).param("today", settings.today()).update();
        String url = alert();
        assertThat(pages.as(Role.STAFF).post(url + "/send")).as("without words").hasStatus(422);
        write(url, "Les couturières demandent une protection.");
        assertThat(pages.as(Role.STAFF).post(url + "/send")).as("without a yes").hasStatus(422);
        agree(url);
        assertThat(pages.as(Role.STAFF).post(url + "/check"))
                .as("the person who chose the tier")
                .hasStatus(422);
        pages.as(Role.COORDINATOR).post(url + "/check");
        write(url, "D’autres mots.");
        assertThat(main(url)).contains("redemandez le oui");
        assertThat(pages.as(Role.STAFF).post(url + "/send")).as("other words").hasStatus(422);
        agree(url);
        assertThat(main(url + "/send"))
                .contains("Costureras amenazadas", "2 courriels", "Publier et envoyer 2 lettres");
        assertThat(pages.as(Role.STAFF).post(url + "/send")).hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(url + "/send")).as("twice").hasStatus(422);
        carry();
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(letterTo("ana@union.example"))
                .contains("Las costureras piden protección.", "Rosa Ruiz, Ministra del Trabajo", "?in=es")
                .doesNotContain("[[");
        assertThat(letterTo("bea@union.example")).contains("D’autres mots.");
        Document shown = Pages.require(pages.asStranger().get(publicUrl(url)));
        assertThat(shown.text())
                .contains("Des couturières menacées", "Unión de Costureras")
                .doesNotContain("suivie");
        assertThat(shown.select("a[href^=mailto:]").attr("href"))
                .startsWith("mailto:ministra@gob.example?subject=Prot%C3%A9gez")
                .contains("agir%20%26%20vite%3F");
        assertThat(Pages.require(pages.asStranger().get(publicUrl(url) + "?in=es"))
                        .text())
                .contains("Costureras amenazadas", "Escríbales");
        assertThat(realisations()).isEqualTo(before + 1);
    }

    @Test
    void oneWordWithdrawsThePageAndTheWaitingLetters() {
        String url = sent();
        String shown = publicUrl(url);
        assertThat(pages.asStranger().get(shown)).hasStatus(200);
        assertThat(Pages.notice(pages.as(Role.STAFF).post(url + "/withdraw")))
                .as("letters taken back, and letters that had left")
                .endsWith("urgentaction.taken-back\u001f\u001fn2\u001fn0\u001fn0");
        assertThat(pages.asStranger().get(shown)).hasStatus(410);
        carry();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(pages.asStranger().get("/public/urgent-action/1999-1")).hasStatus(404);
        assertThat(pages.asStranger().get("/public/urgent-action/x")).hasStatus(404);
    }

    @Test
    void publicWordsNameNobodyOfTheDirectoryBeforeAndAfterTheyLeft() {
        fixture.someone("Yolanda", null, "es", "Unión de Costureras", "Déléguée");
        String url = alert();
        write(url, "Yolanda Roy demande une protection.");
        agree(url);
        pages.as(Role.COORDINATOR).post(url + "/check");
        assertThat(main(url)).contains("Yolanda Roy");
        assertThat(pages.as(Role.STAFF).post(url + "/publish"))
                .hasStatus(422)
                .bodyText()
                .contains("nomment Yolanda Roy");
        write(url, "Une déléguée demande une protection.");
        agree(url);
        assertThat(pages.as(Role.STAFF).post(url + "/publish")).hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(url + "/news", "agreed=Elle", "fr=Ana", "es=Yolanda Roy ya salió"))
                .as("news")
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(url + "/news", "agreed=Elle", "fr=Elle est sortie"))
                .hasStatus(303);
        write(url, "Yolanda Roy est libre.");
        assertThat(agree(url)).as("words of an action that is out").hasStatus(422);
        assertThat(pages.asStranger().get(publicUrl(url))).hasStatus(410);
    }

    @Test
    void aWithdrawalByMistakeIsMendedByAnotherYesAndNoSecondLetter() {
        String url = sent();
        int realisations = realisations();
        carry();
        assertThat(Pages.notice(pages.as(Role.STAFF).post(url + "/withdraw")))
                .endsWith("urgentaction.taken-back\u001f\u001fn0\u001fn2\u001fn0");
        assertThat(realisations()).isEqualTo(realisations - 1);
        assertThat(main(url)).contains("Si c’était une erreur");
        assertThat(pages.as(Role.STAFF).post(url + "/publish"))
                .as("without a yes")
                .hasStatus(422);
        assertThat(agree(url)).hasStatus(303);
        assertThat(pages.asStranger().get(publicUrl(url)))
                .as("not before « Publier »")
                .hasStatus(410);
        assertThat(pages.as(Role.STAFF).post(url + "/send")).hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(url + "/publish")).hasStatus(303);
        assertThat(pages.asStranger().get(publicUrl(url))).hasStatus(200);
        assertThat(realisations()).isEqualTo(realisations);
    }

    @Test
    void aWithdrawnActionStaysWithdrawnOnceItIsClosed() {
        String url = sent();
        pages.as(Role.STAFF).post(url + "/withdraw");
        assertThat(pages.as(Role.STAFF).post(url + "/close", "outcome=UNKNOWN", "account=Rien de plus."))
                .hasStatus(303);
        assertThat(main(url)).contains("Retirée · ").doesNotContain("Issue inconnue");
        assertThat(main(LIST + "?over=true")).contains("Retirée").doesNotContain("Issue inconnue");
        assertThat(main(url + "/account")).contains("Le oui a été repris le ");
    }

    @Test
    void otherTierHidesThePageUntilASecondPersonConfirmsByLink() throws Exception {
        String url = sent();
        carry();
        server.purgeEmailFromAllMailboxes();
        db.sql("UPDATE advocacy.urgentaction SET risk = 'LOW', risk_by = gen_random_uuid()")
                .update();
        assertThat(pages.asStranger().get(publicUrl(url))).hasStatus(410);
        PersonId second = fixture.someone("Dora", "dora@union.example", "fr", "Syndicat D", "Présidence");
        Document shown = Pages.require(pages.as(Role.STAFF).post(url + "/check/ask", "second=" + second.value()));
        assertThat(shown.text()).contains("Dora Roy", "Un deuxième regard");
        assertThat(pages.as(Role.STAFF)
                        .post(
                                url + "/check/ask",
                                "second=" + second.value(),
                                "confirmed="
                                        + shown.select("button[name=confirmed]").val()))
                .hasStatus(303);
        assertThat(main(url)).contains("Lien demandé par courriel : En attente d’envoi");
        carry();
        String link = link(letterTo("dora@union.example"));
        assertThat(Pages.require(pages.asStranger().get(link)).text())
                .contains("Une déléguée est suivie", "Je confirme ce risque");
        assertThat(pages.asStranger().post(link + "/check")).hasStatus(303);
        assertThat(pages.asStranger().get(publicUrl(url))).hasStatus(200);
        assertThat(main(url)).contains("vérifié par Dora Roy");
        assertThat(pages.asStranger().post(link + "/check")).as("twice").hasStatus(422);
        assertThat(pages.asStranger().get("/advocacy/urgentaction/link/" + "x".repeat(43)))
                .hasStatus(404);
    }

    @Test
    void anotherDegreeOfIdentityOrLastDayAsksForTheYesAgain() {
        String url = sent();
        assertThat(correct(url, "CODE_NAME", 20)).hasStatus(303);
        assertThat(main(url)).contains("redemandez le oui");
        assertThat(pages.asStranger().get(publicUrl(url))).hasStatus(410);
        agree(url);
        assertThat(pages.asStranger().get(publicUrl(url))).hasStatus(200);
        assertThat(correct(url, "CODE_NAME", 21)).hasStatus(303);
        assertThat(pages.asStranger().get(publicUrl(url))).as("for longer").hasStatus(410);
    }

    @Test
    void thePageIsThereUntilMidnightOfTheOrganisation() {
        String url = sent();
        LocalDate last = settings.today().plusDays(20);
        clock.moveTo(last.atTime(23, 59).atZone(settings.current().zone()).toInstant());
        assertThat(pages.asStranger().get(publicUrl(url))).hasStatus(200);
        assertThat(pages.as(Role.COORDINATOR).open(url).select(".head .gestures > :not(.drop)"))
                .as("gestures in view")
                .hasSizeLessThanOrEqualTo(3);
        clock.moveTo(
                last.plusDays(1).atTime(0, 1).atZone(settings.current().zone()).toInstant());
        assertThat(pages.asStranger().get(publicUrl(url))).hasStatus(410);
    }

    @Test
    void expiryHidesThePageKeepsTheCountAndAsksForTheOutcome() {
        String url = sent();
        db.sql("UPDATE advocacy.urgentaction SET expires_on = DATE '2026-01-10', consent_until = DATE '2026-01-10'")
                .update();
        assertThat(pages.asStranger().get(publicUrl(url))).hasStatus(410);
        assertThat(main(url))
                .contains("Échéance passée, issue à noter")
                .doesNotContain("En cours · N°", "Avant le départ");
        assertThat(main(LIST)).contains("Échéance passée, issue à noter");
        sweep();
        assertThat(db.sql("SELECT frozen_day FROM advocacy.urgentaction")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.of(2026, 1, 10));
        assertThat(pages.as(Role.COORDINATOR).open("/").text()).contains("quelle est l’issue?");
        assertThat(pages.as(Role.STAFF).post(url + "/close", "outcome=WELL", "account=La déléguée est en sécurité."))
                .hasStatus(303);
        address("Unión de Costureras", "contacto@union.example");
        assertThat(main(url + "/account")).contains("La déléguée est en sécurité");
        assertThat(pages.as(Role.STAFF).post(url + "/account")).hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(url + "/account")).as("once").hasStatus(422);
        assertThat(main(url)).contains("Compte rendu 1 en attente d’envoi", "Annuler l’envoi du compte rendu");
        assertThat(pages.as(Role.STAFF).post(url + "/account/take-back")).hasStatus(303);
        assertThat(main(url)).contains("Compte rendu 1 retenu").doesNotContain("Annuler l’envoi du compte rendu");
        assertThat(pages.as(Role.STAFF).post(url + "/account"))
                .as("none had left")
                .hasStatus(303);
        assertThat(main(LIST + "?over=true")).contains("Bien terminée");
    }

    @Test
    void sealingAPersonNamedInPublicWordsWithdrawsTheAction() {
        sealPersonNamedIn("Yolanda", "Étoile", "Yolanda Roy demande une protection.");
        assertThat(db.sql("SELECT string_agg(story, ' ') FROM advocacy.urgentaction_text")
                        .query(String.class)
                        .single())
                .doesNotContain("Yolanda");
    }

    @Test
    void sealingWithdrawsTheActionAlsoWhereHerNameIsLeftToBeDecided() {
        sealPersonNamedIn("Ximena", "Colibri", "Près de la rue, on menace Ximena Roy.");
    }

    @Test
    void erasingWithdrawsTheActionWithHerNameInAnAddress() {
        String url = sent();
        PersonId person = fixture.someone("Wilma", null, "es", "Unión de Costureras", "Déléguée");
        db.sql("UPDATE advocacy.urgentaction_text SET story = 'Voir https://exemple.org/Wilma%20Roy, qui manque.'")
                .update();
        CurrentActor.runAs(users.actor(Role.COORDINATOR), () -> erasure.erase(person, 1, null));
        assertThat(pages.asStranger().get(publicUrl(url))).hasStatus(410);
    }

    private void sealPersonNamedIn(String given, String codeName, String story) {
        String url = sent();
        PersonId person = fixture.someone(given, null, "es", "Unión de Costureras", "Déléguée");
        db.sql("UPDATE advocacy.urgentaction_text SET story = ?").param(story).update();
        assertThat(pages.asStranger().get(publicUrl(url))).hasStatus(200);
        String record = "/directory/people/persons/" + person.value();
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                "/directory/protection/persons/" + person.value() + "/seal",
                                "codeName=" + codeName,
                                "understood=yes",
                                "version=1"))
                .as(record)
                .hasStatus(303);
        assertThat(pages.asStranger().get(publicUrl(url))).hasStatus(410);
        carry();
        assertThat(server.getReceivedMessages())
                .as("letters that waited with her name")
                .isEmpty();
    }

    private int realisations() {
        return db.sql(
                        "SELECT count(*) FROM plan.realisation WHERE title LIKE 'Action urgente%couturières menacées' AND place = 'CO' AND state = 'DONE'")
                .query(Integer.class)
                .single();
    }

    private void sweep() {
        works.stream()
                .filter(each -> each.name().equals("urgentaction-sweep"))
                .forEach(each -> CurrentActor.runAs(Actor.system("sweep"), each::run));
    }
}
