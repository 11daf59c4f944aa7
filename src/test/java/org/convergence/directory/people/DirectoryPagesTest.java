package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The directory as a coordinator uses it, without JavaScript. */
@ModuleTest
class DirectoryPagesTest {

    private static final String ORGANISATIONS = "/directory/people/organisations";
    private static final String PERSONS = "/directory/people/persons";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Visitors visitors;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void anEmptyDirectory() {
        visitors.anOrganisation();
        db.sql("DELETE FROM directory.people_affiliation").update();
        db.sql("DELETE FROM directory.people_person").update();
        db.sql("DELETE FROM directory.people_organisation").update();
    }

    @Test
    void anOrganisationIsEnteredWithThoseToWhichItBelongs() {
        MvcTestResult entered = post(
                ORGANISATIONS + "/new",
                "name",
                "Syndicat des métiers de Laval",
                "kind",
                "LOCAL_UNION",
                "place",
                "laval",
                "website",
                "www.smdl.example",
                "point",
                "bonjour@smdl.example",
                "pointLabel",
                "accueil",
                "point",
                "450 555-0199",
                "pointLabel",
                "",
                "parents-new",
                "Centrale du Nord",
                "parents-new",
                "Conseil central de Laval");
        assertThat(entered).hasStatus(303);
        assertThat(get(String.valueOf(entered.getResponse().getRedirectedUrl())))
                .hasStatusOk()
                .bodyText()
                .contains("Centrale du Nord", "Conseil central de Laval", "accueil", "450 555-0199", "Syndicat local");
        assertThat(get(ORGANISATIONS + "?place=QC-13"))
                .bodyText()
                .contains("1 organisation", "Centrale du Nord; Conseil central de Laval");
        assertThat(get(ORGANISATIONS + "?q=sindicat des metier"))
                .bodyText()
                .contains("Vous vouliez peut-être dire", "Syndicat des métiers de Laval");
    }

    @Test
    void whatIsWrongComesBackBesideItsFieldWithWhatWasTyped() {
        MvcTestResult wrong = post(
                ORGANISATIONS + "/new",
                "name",
                " ",
                "place",
                "Atlantide",
                "website",
                "pas une adresse",
                "point",
                "abc");
        assertThat(wrong)
                .hasStatus(422)
                .bodyText()
                .contains("Atlantide", "Ce lieu", "pas une adresse", "ni un courriel ni un numéro", "abc");
    }

    @Test
    void anotherOfTheSameNameIsEnteredOnlyOnPurpose() {
        organisation("Comité du textile");
        assertThat(post(ORGANISATIONS + "/new", "name", "COMITE du textile"))
                .hasStatus(422)
                .bodyText()
                .contains("déjà au répertoire", "anyway");
        assertThat(post(ORGANISATIONS + "/new", "name", "COMITE du textile", "anyway", "true"))
                .hasStatus(303);
    }

    @Test
    void twoWhoEditOneOrganisationSeeBothVersions() {
        String url = organisation("Comité du textile");
        assertThat(post(url + "/edit", "version", "1", "name", "Comité du vêtement", "point", "a@b.example"))
                .hasStatus(303);
        assertThat(post(
                        url + "/edit",
                        "version",
                        "1",
                        "name",
                        "Comité des tissus",
                        "note",
                        "Mon ajout",
                        "point",
                        "c@d.example"))
                .hasStatus(409)
                .bodyText()
                .contains("Comité du vêtement", "Comité des tissus", "Mon ajout", "a@b.example", "c@d.example");
        assertThat(post(
                        url + "/edit",
                        "version",
                        "2",
                        "since",
                        "1",
                        "name",
                        "Comité des tissus",
                        "take",
                        "points",
                        "point",
                        "c@d.example"))
                .hasStatus(409)
                .bodyText()
                .contains("value=\"a@b.example\"");
    }

    @Test
    void anOrganisationIsStruckOutAndComesBackWithWhatItBelongedTo() {
        String url = organisation("Comité du textile", "parents-new", "Centrale du Nord");
        assertThat(get(url + "/remove")).hasStatusOk();
        assertThat(post(url + "/remove", "version", "1")).hasStatus(303);
        assertThat(get(url)).hasStatus(404);
        assertThat(post(url + "/remove/undo")).hasStatus(303);
        assertThat(get(url)).hasStatusOk().bodyText().contains("Centrale du Nord");
        assertThat(post(url + "/remove/undo")).hasStatus(404);
    }

    @Test
    void anAffiliationIsSaidCorrectedTakenBackAndSaidAgain() {
        String url = organisation("Syndicat des métiers");
        organisation("Centrale du Nord");
        assertThat(get(url + "/affiliations/new")).hasStatusOk();
        assertThat(post(url + "/affiliations/new", "nature", "AFFILIATED"))
                .hasStatus(422)
                .bodyText()
                .contains("au moins une organisation");
        assertThat(post(
                        url + "/affiliations/new",
                        "nature",
                        "AFFILIATED",
                        "parents-typed",
                        "Centrale du nord",
                        "since",
                        "2019-05-03"))
                .hasStatus(303);
        assertThat(get(url)).bodyText().contains("Affiliée · depuis le 3 mai 2019");
        String tie = "/directory/people/affiliations/"
                + db.sql("SELECT id FROM directory.people_affiliation")
                        .query(String.class)
                        .single();
        assertThat(get(tie)).hasStatusOk().bodyText().contains("2019-05-03");
        assertThat(post(tie, "version", "1", "nature", "AFFILIATED", "since", "2019-05-03", "until", "2020-01-31"))
                .hasStatus(303);
        assertThat(get(url)).bodyText().contains("terminée");
        assertThat(post(tie + "/withdraw", "version", "1")).hasStatus(409);
        assertThat(post(tie + "/withdraw", "version", "2")).hasStatus(303);
        assertThat(get(url)).bodyText().contains("Aucune affiliation");
        assertThat(post(tie + "/withdraw/undo")).hasStatus(303);
        assertThat(get(url)).bodyText().contains("terminée");
    }

    @Test
    void aPersonIsEnteredWithWhatSheDoes() {
        MvcTestResult entered = post(
                PERSONS + "/new",
                "givenName",
                "Mirlande",
                "familyName",
                "Desrosiers",
                "language",
                "fr",
                "languages",
                "ht",
                "point",
                "m.desrosiers@exemple.org",
                "pointSphere",
                "PROFESSIONAL",
                "pointLabel",
                "",
                "point",
                "514 555-0123",
                "pointSphere",
                "PERSONAL",
                "pointLabel",
                "cellulaire",
                "organisation-new",
                "Syndicat du ruban",
                "title",
                "Présidente");
        assertThat(entered).hasStatus(303);
        String url = String.valueOf(entered.getResponse().getRedirectedUrl());
        assertThat(get(url))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Présidente", "Syndicat du ruban", "514 555-0123", "cellulaire", "Français et créole haïtien");
        assertThat(get(url + "/edit")).hasStatusOk().bodyText().contains("cellulaire");
        assertThat(get(PERSONS + "?title=president"))
                .bodyText()
                .contains("1 personne", "Présidente, Syndicat du ruban");
        assertThat(get(PERSONS + "?q=Desrossiers")).bodyText().contains("Vous vouliez peut-être dire");
        assertThat(post(PERSONS + "/new", "givenName", "Mirlande", "familyName", "Desrosiers"))
                .hasStatus(422)
                .bodyText()
                .contains("anyway");
        assertThat(post(PERSONS + "/new", "title", "Présidente")).hasStatus(422);
    }

    @Test
    void aFunctionIsSaidFromEitherPage() {
        String union = organisation("Syndicat du ruban");
        String ana = person("Ana", "Ruiz");
        assertThat(get(union + "/functions/new")).hasStatusOk();
        assertThat(post(union + "/functions/new", "person-typed", "ana ruiz", "title", "Trésorière"))
                .hasStatus(303);
        assertThat(get(union)).bodyText().contains("Ana Ruiz", "Trésorière");
        assertThat(get(ana + "/functions/new")).hasStatusOk();
        assertThat(post(ana + "/functions/new", "organisation-typed", "Syndicat du rubam", "title", "Archiviste"))
                .hasStatus(422)
                .bodyText()
                .contains("Syndicat du ruban");
        assertThat(post(
                        ana + "/functions/new",
                        "organisation-typed",
                        "syndicat du ruban",
                        "title",
                        "Archiviste",
                        "since",
                        "2020-01-01",
                        "until",
                        "2021-01-01"))
                .hasStatus(303);
        assertThat(get(ana)).bodyText().contains("1 autre période", "Archiviste");
        String function = "/directory/people/functions/"
                + db.sql("SELECT id FROM directory.people_function WHERE title = 'Trésorière'")
                        .query(String.class)
                        .single();
        assertThat(get(function)).hasStatusOk();
        assertThat(post(function, "version", "1", "title", "Trésorière", "until", "pas une date"))
                .hasStatus(422);
        assertThat(post(function + "/withdraw", "version", "1")).hasStatus(303);
        assertThat(post(function + "/withdraw/undo")).hasStatus(303);
        assertThat(post(ana + "/remove", "version", "1")).hasStatus(303);
        assertThat(get(union)).bodyText().doesNotContain("Ana Ruiz");
        assertThat(post(ana + "/remove/undo")).hasStatus(303);
        assertThat(get(union)).bodyText().contains("Ana Ruiz");
    }

    @Test
    void aListLeavesExactlyAsItIsFilteredAndItIsNotedWhoTookIt() throws Exception {
        organisation("Syndicat du ruban", "kind", "LOCAL_UNION");
        organisation("École du ruban", "kind", "SCHOOL");
        person("Ana", "Ruiz");
        assertThat(get(ORGANISATIONS + "/export.csv?kind=SCHOOL").getResponse().getContentAsString())
                .contains("École du ruban")
                .doesNotContain("Syndicat du ruban");
        assertThat(get(ORGANISATIONS + "/export.xlsx")).hasStatusOk();
        assertThat(get(ORGANISATIONS + "/print?q=ecole"))
                .bodyText()
                .contains("École du ruban")
                .doesNotContain("Syndicat");
        assertThat(get(PERSONS + "/export.csv?q=ruiz").getResponse().getContentAsString())
                .contains("Ana;Ruiz");
        assertThat(get(PERSONS + "/print")).bodyText().contains("Ana Ruiz");
        assertThat(db.sql(
                                "SELECT form || ' ' || persons || ' ' || filtered || ' ' || actor_label FROM directory.people_takeout ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("CSV 1 true Camille D’Amours", "PAPER 1 false Camille D’Amours");
        assertThat(mvc.get().uri(PERSONS + "/export.csv").with(visitors.as(Role.VOLUNTEER)))
                .hasStatus(403);
    }

    @Test
    void theSearchFieldFindsBoth() {
        organisation("Syndicat du ruban");
        person("Ana", "Ruban");
        assertThat(get("/search?q=rubam"))
                .bodyText()
                .contains("Syndicat du ruban", "Ana Ruban", ORGANISATIONS + "?q=rubam".substring(0, 0));
        assertThat(mvc.get().uri("/search?q=ruban").with(visitors.as(Role.VOLUNTEER)))
                .bodyText()
                .contains("Syndicat du ruban")
                .doesNotContain("Ana Ruban");
    }

    @Test
    void whoMayNotSeeContactsSeesNamesWithoutLinks() {
        String union = organisation("Syndicat du ruban");
        person("Ana", "Ruiz");
        post(union + "/functions/new", "person-typed", "ana ruiz", "title", "Trésorière");
        assertThat(mvc.get().uri(union).with(visitors.as(Role.VOLUNTEER)))
                .hasStatusOk()
                .bodyText()
                .contains("Ana Ruiz")
                .doesNotContain(PERSONS + "/");
    }

    private String organisation(String name, String... more) {
        return add(ORGANISATIONS, new String[] {"name", name}, more);
    }

    private String person(String given, String family) {
        return add(PERSONS, new String[] {"givenName", given, "familyName", family});
    }

    private String add(String list, String[] fields, String... more) {
        var all = java.util.stream.Stream.concat(java.util.Arrays.stream(fields), java.util.Arrays.stream(more))
                .toArray(String[]::new);
        MvcTestResult entered = post(list + "/new", all);
        assertThat(entered).hasStatus(303);
        return String.valueOf(entered.getResponse().getRedirectedUrl());
    }

    private MvcTestResult get(String url) {
        return mvc.get().uri(url).with(visitors.as(Role.COORDINATOR)).exchange();
    }

    private MvcTestResult post(String url, String... fields) {
        var request = mvc.post().uri(url).with(csrf()).with(visitors.as(Role.COORDINATOR));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
