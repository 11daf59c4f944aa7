package org.convergence.plan.howto.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.LineCarryOver;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
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

@ModuleTest
class HowToPagesTest {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private RealisationFixture ground;

    @Autowired
    private RealisationRecorder realisations;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private List<LineCarryOver> carried;

    @Autowired
    private JdbcClient db;

    private ActionId workshops = new ActionId(new java.util.UUID(0, 0));
    private ActionId nextYear = workshops;

    @BeforeEach
    void aPlan() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM plan.howto").update();
        PlanId plan = ground.plan("Plan d’action");
        MeansId means = ground.means(plan, "1.2", "Ateliers");
        workshops = ground.action(plan, means, "Donner des ateliers");
        nextYear = ground.action(plan, means, "Donner des ateliers, encore");
    }

    @Test
    void writesAndFindsHowToAtItsAction() {
        Document action = get(Role.STAFF, action());
        assertThat(action.text()).contains("Ce qui se fait ici n’est pas encore écrit.");
        String begin = action.select("a[href^=/plan/howto/new]").attr("href");
        assertThat(get(Role.STAFF, begin).select("input[name=title]").val()).isEqualTo("Donner des ateliers");

        String url = write("Réserver la salle.");
        assertThat(get(Role.STAFF, url).text()).contains("Réserver la salle.", "Vérifiée le", "pas encore utilisée");
        Document again = get(Role.STAFF, action());
        assertThat(again.select("a[href=" + url + "?of=" + workshops.value() + "]")
                        .text())
                .isEqualTo("Donner des ateliers");
        assertThat(get(Role.STAFF, "/plan/howto").select("h2").eachText()).contains("Autres");
        assertThat(get(Role.STAFF, "/search?q=réserver").select("main").text()).contains("Donner des ateliers");
    }

    @Test
    void countsUseWhenOpenedByTheResponsiblePerson() {
        String url = write("Réserver la salle.");
        get(Role.BOARD_MEMBER, url + "?of=" + workshops.value());
        assertThat(uses()).isZero();
        Document read = get(Role.VOLUNTEER, url + "?of=" + workshops.value());
        assertThat(uses()).isEqualTo(1);
        assertThat(read.text()).contains("utilisée la dernière fois le");
    }

    @Test
    void recordingUsesHowToAndAsksWhetherItIsStillTrue() {
        String url = write("Réserver la salle.");
        db.sql("UPDATE plan.howto SET confirmed_on = '2025-01-01'").update();
        RealisationId[] done = new RealisationId[1];
        LocalDate today = settings.today();
        CurrentActor.runAs(
                visitors.actor(Role.STAFF),
                () -> done[0] = realisations.record(RecordRealisationCommand.byHand(
                        RealisationFixture.workshop("Atelier au cégep", today),
                        Amounts.UNKNOWN,
                        PlanAttribution.serving(Set.of(workshops)),
                        today)));
        assertThat(uses()).isEqualTo(1);
        String page = "/plan/realisation/" + done[0].value();
        Document asked = get(Role.VOLUNTEER, page);
        assertThat(asked.text()).contains("Est-ce encore vrai?");
        MvcTestResult said = post(Role.VOLUNTEER, url + "/confirm", Map.of("from", page));
        assertThat(said).hasStatus(303).hasHeader("Location", page);
        assertThat(get(Role.VOLUNTEER, page).select("main").text()).doesNotContain("Est-ce encore vrai?");
    }

    @Test
    void listsDoubtedHowToFirstWithRemark() {
        String url = write("Réserver la salle.");
        post(Role.VOLUNTEER, url + "/doubt", Map.of("doubt", "La salle n’existe plus."));
        assertThat(get(Role.STAFF, url).text()).contains("À corriger", "La salle n’existe plus.");
        Document list = get(Role.STAFF, "/plan/howto");
        assertThat(list.select("main h2").first()).isNotNull();
        assertThat(list.select("main h2").get(0).text()).isEqualTo("À relire");

        post(Role.STAFF, url + "/edit", Map.of("version", "1", "title", "Ateliers", "text", "Réserver l’autre salle."));
        assertThat(get(Role.STAFF, url).text())
                .contains("Réserver l’autre salle.")
                .doesNotContain("n’existe plus");
        Document compared = get(Role.STAFF, url + "/versions/1");
        assertThat(compared.select("del").eachText()).contains("Réserver la salle.");
        assertThat(compared.select("ins").eachText()).contains("Réserver l’autre salle.");
    }

    @Test
    void pagesVersionsDespiteManyConfirmations() {
        String url = write("Réserver la salle.");
        db.sql("""
                        DO $$ BEGIN
                        FOR i IN 1..60 LOOP UPDATE plan.howto SET version = version + 1, text = 'Texte ' || i; END LOOP;
                        FOR i IN 1..210 LOOP UPDATE plan.howto SET confirmed_on = DATE '2020-01-01' + i; END LOOP;
                        END $$
                        """).update();
        assertThat(get(Role.STAFF, url).text()).contains("61 versions");
        Document latest = get(Role.STAFF, url + "/versions");
        assertThat(latest.select(".rows .when").eachText())
                .hasSize(50)
                .startsWith("Version 61")
                .endsWith("Version 12");
        Document earlier = get(Role.STAFF, latest.select(".pager a[rel=next]").attr("href"));
        assertThat(earlier.select(".rows .when").eachText())
                .hasSize(11)
                .startsWith("Version 11")
                .endsWith("Version 1");
        assertThat(earlier.select(".pager a[rel=first]").attr("href")).isEqualTo(url + "/versions");
        Document compared =
                get(Role.STAFF, earlier.select(".rows a").eachAttr("href").get(10));
        assertThat(compared.select("del").eachText()).contains("Réserver la salle.");
        assertThat(compared.select(".rows .when").eachText()).endsWith("Version 1");
    }

    @Test
    void refusesUnknownAction() {
        String url = write("Réserver la salle.");
        Map<String, String> tie = Map.of(
                "howto",
                url.substring(url.lastIndexOf('/') + 1),
                "of",
                java.util.UUID.randomUUID().toString());
        assertThat(post(Role.STAFF, "/plan/howto/tie", tie)).hasStatus(404);
    }

    @Test
    void concurrentCorrectionsShowBothVersions() {
        String url = write("Réserver la salle.");
        post(Role.STAFF, url + "/edit", Map.of("version", "1", "title", "Ateliers", "text", "Une."));
        MvcTestResult second =
                post(Role.STAFF, url + "/edit", Map.of("version", "1", "title", "Ateliers", "text", "Deux."));
        assertThat(second).hasStatus(409);
        assertThat(page(second).select(".version").text()).contains("Une.", "Deux.");
    }

    @Test
    void nextYearsActionKeepsItsHowTo() {
        String url = write("Réserver la salle.");
        carried.forEach(each -> each.carry(Map.of(workshops, nextYear)));
        carried.forEach(each -> each.carry(Map.of(workshops, nextYear)));
        assertThat(get(Role.STAFF, url).select("aside .what a").eachText())
                .containsExactlyInAnyOrder("1.2 · Donner des ateliers", "1.2 · Donner des ateliers, encore");
        post(Role.STAFF, url + "/untie", Map.of("of", workshops.value().toString()));
        assertThat(get(Role.STAFF, url).select("aside .what a").eachText()).hasSize(1);
    }

    @Test
    void exportsAsPdfAndWord() {
        String url = write("Réserver la salle.");
        for (String format : List.of("pdf", "docx")) {
            assertThat(browser.get().uri(url + "/file/" + format).with(visitors.as(Role.STAFF)))
                    .hasStatusOk();
        }
        assertThat(browser.get().uri(url + "/file/exe").with(visitors.as(Role.STAFF)))
                .hasStatus(404);
    }

    private String write(String text) {
        MvcTestResult done = post(
                Role.STAFF,
                "/plan/howto/new",
                Map.of(
                        "title",
                        "Donner des ateliers",
                        "text",
                        text,
                        "of",
                        workshops.value().toString()));
        assertThat(done).hasStatus(303);
        return String.valueOf(done.getResponse().getHeader("Location"));
    }

    private int uses() {
        return db.sql("SELECT count(*) FROM plan.howto_use")
                .query(Integer.class)
                .single();
    }

    private String action() {
        return "/plan/actionplan/action/" + workshops.value();
    }

    private MvcTestResult post(Role role, String url, Map<String, String> fields) {
        var request = browser.post().uri(url).with(visitors.as(role)).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private Document get(Role role, String url) {
        MvcTestResult answer = browser.get().uri(url).with(visitors.as(role)).exchange();
        assertThat(answer).hasStatusOk();
        return page(answer);
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
