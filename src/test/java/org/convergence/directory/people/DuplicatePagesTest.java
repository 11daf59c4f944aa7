package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.domain.merging.DuplicateService;
import org.convergence.identity.Role;
import org.convergence.platform.jobs.JobRunQueries;
import org.convergence.testing.ModuleTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Duplicates on pages: compared, dismissed, merged, separated. */
@ModuleTest
class DuplicatePagesTest extends DirectoryPagesFixture {

    private static final String ROOM = "/directory/people/duplicates";

    @Autowired
    private JobRunQueries board;

    private String zoe = "";
    private String same = "";

    @BeforeEach
    void twoOfOneName() {
        db.sql("DELETE FROM directory.people_likeness").update();
        zoe = person("Zoé", "Roy");
        same = person("Roy", "Zoé");
        propose();
    }

    private void propose() {
        db.sql("""
                        INSERT INTO directory.people_likeness (one, other, kind, reasons, found_at)
                        VALUES (least(:one, :other), greatest(:one, :other), 'PERSON', '{ALIKE,NAME}', now())
                        """).param("one", id(zoe)).param("other", id(same)).update();
    }

    @Test
    void showsPairSideBySideWithCommonValues() {
        Document page = page(ROOM);
        assertThat(page.select("section.card:has(.versions) h2").text())
                .isEqualTo("Le même nom et des noms qui se ressemblent, dans une même organisation");
        assertThat(page.select(".version b").eachText()).containsExactly("Zoé Roy", "Roy Zoé");
        assertThat(page(ROOM + "?kind=organisations").select(".empty h2").text())
                .isEqualTo("Aucun doublon à trancher");
    }

    @Test
    void hidesRejectedPairUntilUndone() {
        MvcTestResult apart =
                post(ROOM + "/apart", "kind", "persons", "one", id(zoe).toString(), "other", id(same).toString());
        assertThat(apart).hasStatus(303);
        assertThat(page(ROOM).select(".versions")).isEmpty();
        post(ROOM + "/apart/undo?kind=persons&one=" + id(zoe) + "&other=" + id(same));
        assertThat(page(ROOM).select(".versions")).hasSize(1);
    }

    @Test
    void mergesPairFieldByFieldAndRedirectsOldAddress() {
        String compare =
                page(ROOM).select("section.card:has(.versions) .gestures a").attr("href");
        Document side = page(compare);
        assertThat(side.select("fieldset legend").eachText()).containsExactly("Prénom", "Nom de famille");
        assertThat(side.select("input[checked]").eachAttr("value")).containsExactly("KEPT", "KEPT");
        assertThat(side.select("form .gestures a").attr("href")).isEqualTo(ROOM);
        MvcTestResult done = post(
                zoe + "/replace",
                "other",
                id(same).toString(),
                "version",
                "1",
                "otherVersion",
                "1",
                "givenName",
                "KEPT",
                "familyName",
                "OTHER",
                "from",
                side.select("input[name=from]").attr("value"));
        assertThat(done).hasStatus(303);
        assertThat(done.getResponse().getRedirectedUrl())
                .as("redirects to the next pair")
                .isEqualTo(ROOM);

        Document kept = page(zoe);
        assertThat(kept.select("h1").text()).isEqualTo("Zoé Zoé");
        assertThat(kept.text()).contains("Fiches réunies à celle-ci", "Réunion de deux fiches");
        assertThat(get(same)).hasStatus(303);
        assertThat(get(same).getResponse().getRedirectedUrl()).isEqualTo(zoe);
        assertThat(get(compare).getResponse().getRedirectedUrl()).isEqualTo(zoe);
        assertThat(post(same + "/remove/undo")).hasStatus(422);

        assertThat(post("/directory/people/replaced/" + id(same) + "/undo")).hasStatus(303);
        assertThat(page(zoe).select("h1").text()).isEqualTo("Zoé Roy");
        assertThat(page(same).select("h1").text()).isEqualTo("Roy Zoé");
    }

    @Test
    void showsConcurrentChangesWithChosenValues() {
        MvcTestResult conflict = post(
                zoe + "/replace",
                "other",
                id(same).toString(),
                "version",
                "1",
                "otherVersion",
                "7",
                "familyName",
                "OTHER");
        assertThat(conflict).hasStatus(409);
        Document shown = html(conflict);
        assertThat(shown.select("input[name=otherVersion]").attr("value")).isEqualTo("1");
        assertThat(shown.select("input[name=familyName][checked]").attr("value"))
                .isEqualTo("OTHER");
    }

    @Test
    void choosesOtherRecordByName() {
        assertThat(page(zoe).select("a[href$=/replace]")).hasSize(1);
        assertThat(page(zoe + "/replace").select("fieldset.chooser")).hasSize(1);
        MvcTestResult chosen = post(zoe + "/replace/with", "with", id(same).toString());
        assertThat(chosen.getResponse().getRedirectedUrl()).isEqualTo(zoe + "/replace?other=" + id(same));
        Document compared = page(zoe + "/replace?other=" + id(same));
        assertThat(compared.select("form .gestures a").attr("href"))
                .as("redirects to the record")
                .isEqualTo(zoe);
        MvcTestResult elsewhere = post(
                zoe + "/replace",
                "other",
                id(same).toString(),
                "version",
                "1",
                "otherVersion",
                "1",
                "from",
                "https://ailleurs.example/");
        assertThat(elsewhere.getResponse().getRedirectedUrl()).isEqualTo(zoe);
        assertThat(post("/directory/people/replaced/" + id(same) + "/undo")).hasStatus(303);
        MvcTestResult herself = post(zoe + "/replace/with", "with", id(zoe).toString());
        assertThat(herself).hasStatus(422);
        assertThat(html(herself).text()).contains("Choisissez l’autre fiche");
    }

    @Test
    void theSearchRunsInTheBackground() {
        assertThat(post(ROOM + "/look", "kind", "persons")).hasStatus(303);
        assertThat(board.findLatest(DuplicateService.WORK, 1)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ACCOUNTANT", "BOARD_MEMBER", "VOLUNTEER", "AUDITOR", "ADMINISTRATOR"})
    void refusesMergeWithoutEditPermission(Role role) {
        assertThat(mvc.get().uri(ROOM).with(visitors.as(role)).exchange()).hasStatus(403);
        assertThat(mvc.post()
                        .uri("/directory/people/replaced/" + id(same) + "/undo")
                        .with(csrf())
                        .with(visitors.as(role))
                        .exchange())
                .hasStatus(403);
    }

    private Document page(String url) {
        MvcTestResult shown = get(url);
        assertThat(shown).hasStatus(200);
        return html(shown);
    }

    private static Document html(MvcTestResult shown) {
        try {
            return Jsoup.parse(shown.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static UUID id(String url) {
        return UUID.fromString(Objects.requireNonNull(url).substring(url.lastIndexOf('/') + 1));
    }
}
