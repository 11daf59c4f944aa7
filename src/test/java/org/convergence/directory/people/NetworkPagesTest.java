package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Affiliations and functions on pages. */
@ModuleTest
class NetworkPagesTest extends DirectoryPagesFixture {

    @Test
    void addsCorrectsDeletesAndRestoresAffiliation() {
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
    void createsPersonWithFunction() {
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
    void addsFunctionFromEitherPage() {
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
}
