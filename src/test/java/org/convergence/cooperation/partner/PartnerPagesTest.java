package org.convergence.cooperation.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.directory.protection.domain.ProtectionService;
import org.convergence.identity.Role;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** A partner's request from its arrival to our answer, and the relation over time. */
@ModuleTest
class PartnerPagesTest {

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PersonService persons;

    @Autowired
    private ProtectionService protection;

    @Autowired
    private AllIdentityReferences references;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void noPartners() {
        fixture.clear();
        today = settings.today();
    }

    private String receive(String title) {
        return fixture.post(
                "/cooperation/partner/requests/new",
                "organisation-new=" + CooperationFixture.PARTNER,
                "title=" + title,
                "channel=MAIL",
                "received=" + today.minusDays(20),
                "promised=" + today.minusDays(2),
                "needs=Douze ateliers",
                "funding=Un fonds syndical");
    }

    @Test
    void aRequestBecomesAProjectWithItsPartner() {
        String url = receive("Former des déléguées");
        assertThat(fixture.main("/cooperation/partner/requests"))
                .contains("Former des déléguées", CooperationFixture.PARTNER, "En retard de 2 jours")
                .doesNotContain("en retard");
        assertThat(fixture.main("/")).contains("Réponse promise : Former des déléguées");
        assertThat(fixture.main(url)).contains("Douze ateliers", "Un fonds syndical", "À répondre");
        assertThat(pages.as(Role.COORDINATOR).post(url + "/answer", "version=1", "answer=PROJECT"))
                .as("our role is not guessed")
                .hasStatus(422);
        String project = fixture.post(url + "/answer", "version=1", "answer=PROJECT", "role=PARTICIPANT");
        assertThat(project).startsWith("/cooperation/project/");
        assertThat(fixture.main(project))
                .contains("Former des déléguées", "Nous y participons", CooperationFixture.PARTNER);
        assertThat(fixture.main(url)).contains("Devenue un projet", "Ouvrir le projet");
        assertThat(fixture.main("/cooperation/partner"))
                .as("followed from now on")
                .contains(CooperationFixture.PARTNER);
        MvcTestResult second = pages.as(Role.COORDINATOR)
                .post(url + "/answer", "version=1", "answer=REFUSED", "reason=Trop de travail");
        assertThat(second).as("from another tab").hasStatus(422);
        assertThat(Pages.parse(second).text()).contains("La vôtre n’est pas enregistrée");
        assertThat(Pages.parse(second).select("[name=reason]").text()).isEqualTo("Trop de travail");
        String partnership = pages.as(Role.COORDINATOR)
                .open(project)
                .select("form[action*=/partners/][action$=/remove]")
                .attr("action");
        assertThat(pages.as(Role.COORDINATOR).post(partnership))
                .as("a project keeps a partner")
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR).post(url + "/reopen")).hasStatus(422);
        assertThat(fixture.main("/cooperation/partner/requests")).contains("Personne n’attend de réponse");
    }

    @Test
    void aKindRefusalHasItsReasonAndATextToCopy() {
        String url = receive("Payer un local");
        assertThat(fixture.main(url)).contains("Nous avons pris le temps d’étudier cette demande");
        MvcTestResult without = pages.as(Role.COORDINATOR).post(url + "/answer", "version=1", "answer=REFUSED");
        assertThat(without).hasStatus(422);
        assertThat(Pages.parse(without).text()).contains("Dites la raison");
        fixture.post(
                url + "/answer",
                "version=1",
                "answer=REFUSED",
                "reason=Nous ne finançons pas de local",
                "reply="
                        + pages.as(Role.COORDINATOR)
                                .open(url)
                                .select("[name=reply]")
                                .val());
        assertThat(fixture.main(url))
                .as("the reason is typed once")
                .contains("Refusée", "Voici pourquoi : Nous ne finançons pas de local", "Copier")
                .doesNotContain("[la raison]");
        String handled = "/cooperation/partner/requests?answered=true";
        assertThat(fixture.main(handled)).contains("Traitées", "Payer un local", "Refusée", "il reste à l’écrire");
        assertThat(fixture.main(url))
                .contains("il reste à l’écrire au partenaire")
                .doesNotContain("Refusée, le");
        assertThat(fixture.main("/")).contains("Refus à écrire au partenaire : Payer un local");
        fixture.post(url + "/told");
        assertThat(fixture.main("/")).doesNotContain("Refus à écrire");
        assertThat(fixture.main(url) + fixture.main(handled)).doesNotContain("il reste à l’écrire");
        fixture.post(url + "/reopen");
        assertThat(fixture.main(url)).contains("À répondre");
        assertThat(pages.as(Role.COORDINATOR).post(url + "/answer", "version=1", "answer=REFUSED", "reason=Une autre"))
                .as("edited meanwhile")
                .hasStatus(409);
    }

    @Test
    void refusesARequestFromNobodyOrPromisedBeforeItCame() {
        MvcTestResult answer = pages.as(Role.COORDINATOR)
                .post(
                        "/cooperation/partner/requests/new",
                        "title=Rien",
                        "channel=MAIL",
                        "received=" + today,
                        "promised=" + today.minusDays(1));
        assertThat(answer).hasStatus(422);
        assertThat(Pages.parse(answer).text()).contains("La réponse se promet pour le jour de l’arrivée");
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                "/cooperation/partner/requests/new",
                                "organisation-new=" + CooperationFixture.PARTNER,
                                "title=Demain",
                                "channel=MAIL",
                                "received=" + today.plusDays(1),
                                "promised=" + today.plusDays(9)))
                .hasStatus(422);
    }

    @Test
    void showsWhatIsDueBothWaysAndSinceWhenItIsSilent() {
        String project = fixture.post(
                "/cooperation/project/new",
                "title=Deux rives",
                "role=LEAD",
                "organisation-new=" + CooperationFixture.PARTNER);
        fixture.realise(RealisationKind.MISSION, today.minusDays(48), null);
        String url = fixture.post(
                "/cooperation/partner/new",
                "organisation=" + fixture.partner().value(),
                "stage=ACTIVE",
                "countries=Mexique");
        fixture.post(url + "/due", "side=OURS", "what=Bilan du trimestre", "due=" + today.plusDays(4));
        fixture.post(url + "/due", "side=THEIRS", "what=Liste des ateliers", "due=" + today.minusDays(4));
        fixture.post(url + "/agreements", "title=Entente de trois ans", "signed=" + today.minusYears(1));
        assertThat(fixture.main(url))
                .contains(
                        "Silence depuis 48 jours",
                        "Bilan du trimestre",
                        "Liste des ateliers",
                        "En retard de 4 jours",
                        "Deux rives",
                        "Entente de trois ans",
                        "sans argent",
                        "Visites et missions",
                        "Atelier du " + today.minusDays(48));
        assertThat(fixture.main(
                        "/directory/people/organisations/" + fixture.partner().value()))
                .contains("Coopération", "Silence depuis 48 jours", "Bilan du trimestre", "Deux rives");
        assertThat(fixture.main("/cooperation/partner")).contains(CooperationFixture.PARTNER, "Aucun échange");
        db.sql(
                        "INSERT INTO cooperation.fieldwork_entry (id, organisation, kind, state, language, country, received_on, received_at)"
                                + " VALUES (gen_random_uuid(), ?, 'QUESTION', 'WAITING', 'es', 'MX', ?, now())")
                .params(fixture.partner().value(), today.minusDays(6))
                .update();
        assertThat(fixture.main(url)).as("sent by its page").contains("Silence depuis 6 jours");
        assertThat(fixture.main("/")).contains("Bilan du trimestre", "Liste des ateliers");
        assertThat(project).isNotEmpty();
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                "/cooperation/partner/new",
                                "organisation=" + fixture.partner().value(),
                                "stage=ACTIVE"))
                .as("followed already")
                .hasStatus(422);
        assertThat(Pages.text(pages.as(Role.COORDINATOR).get("/cooperation/partner/export.csv")))
                .contains(CooperationFixture.PARTNER, today.minusDays(4).toString());
    }

    @Test
    void aProtectedPartnerHasItsCodeNameEverywhere() {
        PersonId person = CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            PersonId created = persons.create(PersonFacts.named("Itzel", "Quauhtli"));
            protection.seal(created, protection.findVersion(created), "Colibri", List.of());
            return created;
        });
        String project = fixture.post(
                "/cooperation/project/new", "title=Avec une défenseure", "role=SUPPORT", "person=" + person.value());
        String url = fixture.post(
                "/cooperation/partner/new", "person=" + person.value(), "stage=ACTIVE", "theirLead=" + person.value());
        fixture.post(url + "/due", "side=OURS", "what=Une réponse", "due=" + today.minusDays(1));
        fixture.post(
                "/cooperation/partner/requests/new",
                "person=" + person.value(),
                "title=Un appui",
                "channel=OTHER",
                "received=" + today,
                "promised=" + today);
        for (String page : List.of(
                project,
                "/cooperation/project",
                url,
                "/cooperation/partner",
                "/cooperation/partner/requests",
                "/cooperation/partner/requests/" + fixture.only("partner_request"))) {
            assertThat(fixture.main(page)).as(page).contains("Colibri").doesNotContain("Quauhtli", "Itzel");
        }
        assertThat(fixture.main("/"))
                .as("the home page names no partner who is a person")
                .contains("Une réponse")
                .doesNotContain("Colibri", "Quauhtli");
        assertThat(pages.as(Role.COORDINATOR)
                        .post(url + "/due", "side=OURS", "what=Écrire à Itzel Quauhtli", "due=" + today))
                .as("her name is refused in texts")
                .hasStatus(422);
    }

    @Test
    void anErasedPersonIsInNoPartnerOrRequest() throws Exception {
        PersonId zita = CurrentActor.callAs(
                visitors.actor(Role.COORDINATOR), () -> persons.create(PersonFacts.named("Zita", "Quermalet")));
        String project = fixture.post(
                "/cooperation/project/new",
                "title=Projet de Zita Quermalet",
                "role=SUPPORT",
                "person=" + zita.value(),
                "lead=" + zita.value());
        fixture.post("/cooperation/partner/new", "person=" + zita.value(), "stage=ACTIVE", "notes=Zita Quermalet");
        fixture.post(
                "/cooperation/partner/requests/new",
                "person=" + zita.value(),
                "title=Zita Quermalet demande",
                "channel=OTHER",
                "received=" + today,
                "promised=" + today,
                "responsible=" + zita.value(),
                "needs=Zita Quermalet veut");
        CurrentActor.runAs(
                visitors.actor(Role.COORDINATOR),
                () -> transaction.executeWithoutResult(status -> references.forEach(each -> {
                    each.rename(zita, IdentityReference.WITHOUT);
                    each.erase(zita);
                })));
        UUID request = fixture.only("partner_request");
        assertThat(fixture.main("/cooperation/partner/requests/" + request))
                .contains("Personne retirée")
                .doesNotContain("Quermalet");
        assertThat(fixture.main(project)).doesNotContain("Quermalet");
        assertThat(db.sql("""
                        SELECT (SELECT count(*) FROM cooperation.partner) + (SELECT count(*) FROM cooperation.project_partner)
                             + (SELECT count(*) FROM cooperation.project WHERE lead IS NOT NULL OR title LIKE '%Quermalet%')
                             + (SELECT count(*) FROM cooperation.partner_request
                                WHERE num_nonnulls(person, responsible) > 0 OR needs LIKE '%Quermalet%')
                        """).query(Long.class).single()).isZero();
    }
}
