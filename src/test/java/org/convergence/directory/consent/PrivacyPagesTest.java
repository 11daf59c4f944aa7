package org.convergence.directory.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of the person in charge of personal data. */
@ModuleTest
class PrivacyPagesTest {

    private static final String DESK = "/directory/consent/privacy";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PersonService persons;

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
    void anOrganisation() {
        visitors.ensureOrganisation();
        today = settings.today();
        db.sql("DELETE FROM directory.consent_request").update();
    }

    @Test
    void requestHasThirtyDaysAndRefusalNeedsReasons() {
        PersonId ana = new ConsentFixture(persons, visitors).someone("Ana", "Morales", "ana@exemple.org");
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "kind",
                "ACCESS",
                "person",
                ana.value().toString(),
                "asked",
                "Ana Morales veut voir son dossier.",
                "received",
                today.minusDays(31).toString()));
        assertThat(post("/requests", fields)).hasStatus(303);
        Document desk = open(DESK);
        assertThat(desk.select("main").text()).contains("Accès", "En retard depuis le");
        assertThat(open("/").select("main").text())
                .contains("Répondre à une demande : Accès", "En retard depuis le")
                .doesNotContain("Morales");
        String one = desk.select("a[href*=/requests/0]").attr("href");
        fields.put("version", "1");
        fields.put("answered", today.toString());
        fields.put("outcome", "REFUSED");
        assertThat(post(one.substring(DESK.length()), fields))
                .hasStatus(422)
                .bodyText()
                .contains("Un refus dit ses motifs", "veut voir son dossier");
        fields.put("outcome", "GRANTED");
        assertThat(post(one.substring(DESK.length()), fields)).hasStatus(303);
        assertThat(post(one.substring(DESK.length()), fields)).hasStatus(409);
        assertThat(open(DESK).select("main").text()).contains("Acceptée le");

        transaction.executeWithoutResult(status -> references.forEach(each -> {
            each.rename(ana, IdentityReference.WITHOUT);
            each.erase(ana);
        }));
        assertThat(open(DESK).select("main").text()).contains("[retiré]").doesNotContain("Morales");
        assertThat(db.sql("""
                        SELECT count(*) FROM platform.audit_entry WHERE table_name = 'directory.consent_request'
                        AND (coalesce(before::text, '') || coalesce(after::text, '')) ~ 'Morales'
                        """).query(Long.class).single()).isZero();
    }

    @Test
    void registerKeepsIncidentsAndSeriousOnesRequireNotices() {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "information", "Adresses de courriel",
                "circumstances", "Envoi à la mauvaise liste",
                "happened", "hier",
                "known", today.toString(),
                "persons", "12, toutes au Québec",
                "assessment", "Adresses de travail publiées",
                "measures", "Rappel du message"));
        assertThat(post("/incidents", fields)).hasStatus(303);
        assertThat(open(DESK).select("main").text()).contains("Adresses de courriel", "Au registre seulement");
        assertThat(open("/").select("main").text()).doesNotContain("Envoyer les avis");
        fields.put("serious", "true");
        assertThat(post("/incidents", fields)).hasStatus(303);
        assertThat(open("/").select("main").text()).contains("Envoyer les avis d’un incident", "Sans tarder");
        assertThat(open(DESK).select("main").text()).contains("des avis à envoyer sans tarder");
        fields.remove("serious");
        fields.put("commission", today.toString());
        assertThat(post("/incidents", fields)).hasStatus(422).bodyText().contains("Envoi à la mauvaise liste");
        assertThatThrownBy(
                        () -> db.sql("DELETE FROM directory.consent_incident").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void onlyThePrivacyOfficerOpensTheDesk() {
        assertThat(mvc.get().uri(DESK).with(visitors.as(Role.STAFF)).exchange()).hasStatus(403);
        assertThat(open(DESK).select("main").text()).contains("Personne n’est encore nommé.");
    }

    private MvcTestResult post(String address, Map<String, String> fields) {
        var request = mvc.post().uri(DESK + address);
        fields.forEach(request::param);
        return request.with(csrf()).with(visitors.as(Role.COORDINATOR)).exchange();
    }

    private Document open(String address) {
        MvcTestResult page =
                mvc.get().uri(address).with(visitors.as(Role.COORDINATOR)).exchange();
        assertThat(page).hasStatusOk();
        try {
            return Jsoup.parse(page.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
