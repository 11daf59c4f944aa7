package org.convergence.directory.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.consent.domain.SenderIdentity;
import org.convergence.directory.consent.domain.SenderIdentityService;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationIdentity;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.SettingsService;
import org.convergence.platform.settings.SettingsService.VersionedProfile;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Consents on pages: the answer on a person's page, recording, the list, the legal settings. */
@ModuleTest
class ConsentPagesTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private SettingsService editing;

    @Autowired
    private JdbcClient db;

    @Autowired
    private PersonService persons;

    @Autowired
    private SenderIdentityService standing;

    @Autowired
    private OrganisationSettings settings;

    private LocalDate today = LocalDate.EPOCH;
    private PersonId ana = new PersonId(new UUID(0, 0));

    @BeforeEach
    void someone() {
        visitors.ensureOrganisation();
        today = settings.today();
        ana = reached().someone("Ana", "Morales", UUID.randomUUID() + "@exemple.org");
        reached().as(Role.COORDINATOR, () -> {
            standing.save(standing.findCurrent().version(), new SenderIdentity(null, null, null, null, null));
            return true;
        });
    }

    @Test
    void personPageShowsPermissionToWriteAndReason() {
        Document before = open("/directory/people/persons/" + ana.value());
        assertThat(before.select("main").text())
                .contains("Peut-on lui écrire?", "Nouvelles et infolettre", "Rien n’est inscrit.");
        MvcTestResult yes = post(
                "/yes",
                Map.of(
                        "purpose", "NEWS",
                        "channel", "MAIL",
                        "day", today.minusDays(4).toString(),
                        "method", "PAPER",
                        "wording", "Oui, envoyez-moi l’infolettre.",
                        "wording-version", "carte d’octobre"));
        assertThat(yes).hasStatus(303);
        assertThat(open("/directory/people/persons/" + ana.value())
                        .select("main")
                        .text())
                .contains("Consentement exprès, sans fin.");
        Document all = open("/directory/consent/persons/" + ana.value());
        assertThat(all.select("main").text())
                .contains(
                        "Consentement exprès · Nouvelles et infolettre · Courriel",
                        "Oui, envoyez-moi l’infolettre.",
                        "Version du texte : carte d’octobre",
                        "inscrit par Camille D’Amours");
        assertThat(open("/directory/consent/persons/" + ana.value() + "/yes")
                        .select("textarea[name=wording]")
                        .val())
                .as("proposes the wording entered last")
                .contains("Oui, envoyez-moi l’infolettre.");
        assertThat(post("/withdraw", Map.of("day", today.toString(), "method", "ORAL")))
                .hasStatus(303);
        assertThat(open("/directory/people/persons/" + ana.value())
                        .select("main")
                        .text())
                .contains("A demandé de ne plus recevoir.");
    }

    @Test
    void missingProofKeepsTypedValues() {
        MvcTestResult refused = post(
                "/basis",
                Map.of(
                        "basis", "PUBLISHED",
                        "channel", "MAIL",
                        "day", today.toString(),
                        "method", "FORM",
                        "about", "responsable des communications"));
        assertThat(refused)
                .hasStatus(422)
                .bodyText()
                .contains("Dites où l’adresse est publiée", "responsable des communications");
        MvcTestResult ticked = post("/basis", Map.of("basis", "EXPRESS", "channel", "PIGEON", "day", "hier"));
        assertThat(ticked).hasStatus(422);
        MvcTestResult gift = post(
                "/basis", Map.of("basis", "DONATION", "channel", "MAIL", "day", today.toString(), "method", "PAPER"));
        assertThat(gift).hasStatus(422).bodyText().contains("organisme de bienfaisance");
        MvcTestResult published = post(
                "/basis",
                Map.of(
                        "basis", "PUBLISHED",
                        "channel", "MAIL",
                        "day", today.toString(),
                        "method", "FORM",
                        "about", "responsable des communications",
                        "source", "https://exemple.org/equipe"));
        assertThat(published).hasStatus(303);
        assertThat(open("/directory/consent/persons/" + ana.value())
                        .select("main")
                        .text())
                .contains("Adresse de travail publiée, sans fin. Seulement pour ce qui touche sa fonction.");
    }

    @Test
    void listShowsEveryoneByNameWithPages() {
        PersonId luc = reached().someone("Luc", "Abitbol", UUID.randomUUID() + "@exemple.org");
        reached().as(Role.STAFF, () -> {
            for (int i = 0; i < 55; i++) {
                reached().someone("Zoé", "Zwicky " + (char) ('A' + i % 26) + i, UUID.randomUUID() + "@exemple.org");
            }
            return true;
        });
        Document first = open("/directory/consent?purpose=APPEALS&channel=MAIL&on=" + today);
        assertThat(first.select("main .rows li")).hasSize(50);
        assertThat(first.select("main .rows li").eachText().get(0))
                .contains("Luc Abitbol", "Un appel de dons demande un consentement à part.");
        assertThat(first.select("main .rows a").eachAttr("href").get(0))
                .isEqualTo("/directory/consent/persons/" + luc.value());
        Document next = open(first.select("a[rel=next]").attr("href"));
        assertThat(next.select("main .rows li")).isNotEmpty();
        assertThat(next.select("main .rows").text()).doesNotContain("Abitbol");
        assertThat(open("/directory/consent?channel=TEXT").select("main").text())
                .contains("Personne n’a d’adresse de ce type");
        assertThat(get("/directory/consent?on=hier", Role.STAFF)).hasStatus(422);
    }

    @Test
    void hidesConsentsWithoutPermissionToSeeContacts() {
        for (String address : List.of("/directory/consent", "/directory/consent/persons/" + ana.value())) {
            assertThat(get(address, Role.VOLUNTEER)).hasStatus(403);
            assertThat(get(address, Role.BOARD_MEMBER)).hasStatus(403);
        }
        assertThat(get("/directory/consent/settings", Role.STAFF)).hasStatus(403);
        assertThat(get("/directory/consent/persons/" + UUID.randomUUID(), Role.STAFF))
                .hasStatus(404);
    }

    @Test
    void setsRegistrationDayAndReportsConcurrentChange() {
        int version =
                reached().as(Role.COORDINATOR, () -> standing.findCurrent().version());
        MvcTestResult ahead = settle(version, today.plusDays(2).toString(), "1, rue de l’Exemple");
        assertThat(ahead).hasStatus(422).bodyText().contains("rue de l’Exemple", "à venir");
        assertThat(settle(version, "2020-02-03", "1, rue de l’Exemple")).hasStatus(303);
        MvcTestResult late = settle(version, "2021-02-03", "1, rue de l’Exemple");
        assertThat(late).hasStatus(409).bodyText().contains("2020-02-03");
        assertThat(open("/directory/consent/settings", Role.COORDINATOR)
                        .select("main")
                        .text())
                .contains("Modifié", "Camille D’Amours");
    }

    @Test
    void proposesTheAddressOfTheOrganisation() {
        OrganisationIdentity before = settings.current().identity();
        try {
            setIdentity(
                    new OrganisationIdentity("", "", "7, rue du Quai", "514 555-0199", "", "", "", "", "", "", "", ""));
            db.sql("DELETE FROM directory.consent_setting").update();
            var form = open("/directory/consent/settings", Role.COORDINATOR);
            assertThat(form.select("[name=address]").text()).isEqualTo("7, rue du Quai");
            assertThat(form.select("[name=contact]").val()).isEqualTo("514 555-0199");
        } finally {
            setIdentity(before);
        }
    }

    private void setIdentity(OrganisationIdentity identity) {
        CurrentActor.callAs(visitors.actor(Role.ADMINISTRATOR), () -> {
            VersionedProfile now = editing.findCurrent();
            editing.update(now.version(), now.settings().with(identity), new byte[0]);
            return true;
        });
    }

    private MvcTestResult settle(int version, String charity, String address) {
        return mvc.post()
                .uri("/directory/consent/settings")
                .param("version", String.valueOf(version))
                .param("charity", charity)
                .param("address", address)
                .with(csrf())
                .with(visitors.as(Role.COORDINATOR))
                .exchange();
    }

    private MvcTestResult post(String gesture, Map<String, String> fields) {
        var request = mvc.post().uri("/directory/consent/persons/" + ana.value() + gesture);
        fields.forEach(request::param);
        return request.with(csrf()).with(visitors.as(Role.STAFF)).exchange();
    }

    private MvcTestResult get(String address, Role role) {
        return mvc.get().uri(address).with(visitors.as(role)).exchange();
    }

    private Document open(String address) {
        return open(address, Role.STAFF);
    }

    private Document open(String address, Role role) {
        MvcTestResult page = get(address, role);
        assertThat(page).hasStatusOk();
        try {
            return Jsoup.parse(page.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ConsentFixture reached() {
        return new ConsentFixture(persons, visitors);
    }
}
