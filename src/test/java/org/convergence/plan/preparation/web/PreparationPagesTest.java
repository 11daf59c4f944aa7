package org.convergence.plan.preparation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class PreparationPagesTest {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private RealisationFixture ground;

    @Autowired
    private JdbcClient db;

    private PlanId plan = new PlanId(new UUID(0, 0));
    private ActionId workshops = new ActionId(new UUID(0, 0));
    private ActionId comic = new ActionId(new UUID(0, 0));

    @BeforeEach
    void aPlanOfTwoLines() {
        visitors.ensureOrganisation();
        plan = ground.underWay("Plan d’action 2026-2027");
        MeansId means = ground.means(plan, "1.2", "Ateliers");
        workshops = ground.action(plan, means, "Donner des ateliers");
        comic = ground.action(plan, means, "Écrire une bande dessinée");
        db.sql("UPDATE plan.actionplan_action SET commitment = 'IF_FUNDED', position = 2 WHERE id = ?")
                .param(comic.value())
                .update();
    }

    @Test
    void sheetProposesOutcomeForEachLineAndCreatesNothing() {
        Document sheet = Pages.parse(get(Role.COORDINATOR, url("")));
        assertThat(sheet.select(".prepared > li")).hasSize(2);
        assertThat(row(sheet, comic).text()).contains("Proposé : Reporter.");
        assertThat(row(sheet, workshops).text()).contains("Proposé : Garder.");
        assertThat(sheet.select("input[checked]")).isEmpty();
        assertThat(plans()).isEqualTo(1);
    }

    @Test
    void readersSeeTheSheetWithoutDecisions() {
        Document sheet = Pages.parse(get(Role.BOARD_MEMBER, url("")));
        assertThat(sheet.select(".prepared input")).isEmpty();
        assertThat(post(Role.BOARD_MEMBER, url("/accept"), Map.of())).hasStatus(403);
    }

    @Test
    void savesSingleChoiceAndReturnsItsLineOnly() {
        MvcTestResult kept = post(
                Role.COORDINATOR,
                url("/line/" + comic.value()),
                choice(comic, "REWORD", "Écrire deux pages de bande dessinée", 0));
        assertThat(kept).hasStatusOk();
        Document part = Pages.parse(kept);
        assertThat(part.select("[role=status]").text()).isEqualTo("Noté.");
        assertThat(part.select("#preparation-counts").text()).contains("1 reformulée");
        assertThat(row(Pages.parse(get(Role.COORDINATOR, url(""))), comic).select("input[checked]"))
                .hasSize(1);
    }

    @Test
    void savesNothingWithoutOtherWordsAndKeepsTypedText() {
        assertThat(post(
                        Role.COORDINATOR,
                        url("/line/" + comic.value()),
                        choice(comic, "REWORD", "Écrire une bande dessinée", 0)))
                .hasStatus(204);
        assertThat(row(Pages.parse(get(Role.COORDINATOR, url(""))), comic).select("input[checked]"))
                .isEmpty();
    }

    @Test
    void requiresWordsForRewordedLine() {
        MvcTestResult refused = post(Role.COORDINATOR, url("/line/" + comic.value()), choice(comic, "REWORD", " ", 0));
        assertThat(refused).hasStatus(422);
        assertThat(Pages.parse(refused).select(".error")).hasSize(1);
        assertThat(Pages.parse(post(Role.COORDINATOR, url("/line/" + comic.value()), choice(comic, "BURN", "x", 0)))
                        .select(".error"))
                .hasSize(1);
    }

    @Test
    void showsConcurrentDecisionAtItsLineAndSavesTheOthers() {
        post(Role.STAFF, url("/line/" + comic.value()), choice(comic, "WITHDRAW", "", 0));
        List<Map.Entry<String, String>> both =
                new ArrayList<>(choice(comic, "KEEP", "", 0).entrySet());
        both.addAll(choice(workshops, "KEEP", "", 0).entrySet());
        MvcTestResult answer = post(Role.COORDINATOR, url(""), both);
        assertThat(answer).hasStatus(409);
        Document again = Pages.parse(answer);
        assertThat(row(again, comic).select(".error").text())
                .contains("a choisi entre-temps")
                .contains("Retirer");
        assertThat(row(again, comic).select("input[checked]").val()).isEqualTo("KEEP");
        assertThat(row(again, workshops).select(".error")).isEmpty();
        Map<String, String> mine = choice(comic, "KEEP", "", 1);
        assertThat(post(Role.COORDINATOR, url(""), mine)).hasStatus(303);
        assertThat(row(Pages.parse(get(Role.COORDINATOR, url(""))), comic)
                        .select("input[checked]")
                        .val())
                .isEqualTo("KEEP");
    }

    @Test
    void untouchedLinesStayUndecided() {
        Document sheet = Pages.parse(get(Role.COORDINATOR, url("")));
        Map<String, String> whole = new java.util.LinkedHashMap<>();
        sheet.select(".prepared [name]:not([type=radio])").forEach(field -> whole.put(field.attr("name"), field.val()));
        assertThat(post(Role.COORDINATOR, url(""), whole)).hasStatus(303);
        assertThat(db.sql("SELECT count(*) FROM plan.preparation_choice WHERE action IN (?, ?)")
                        .params(workshops.value(), comic.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void acceptsAllProposalsAndUndoesThem() {
        MvcTestResult accepted = post(Role.COORDINATOR, url("/accept"), Map.of());
        assertThat(accepted).hasStatus(303);
        UUID batch = db.sql("SELECT batch FROM plan.preparation_choice WHERE action = ?")
                .param(comic.value())
                .query(UUID.class)
                .single();
        Document sheet = Pages.parse(get(Role.COORDINATOR, url("")));
        assertThat(sheet.select("input[checked]")).hasSize(2);
        post(Role.COORDINATOR, url("/line/" + comic.value()), choice(comic, "KEEP", "", 1));
        post(Role.COORDINATOR, url("/accept/" + batch + "/undo"), Map.of());
        Document undone = Pages.parse(get(Role.COORDINATOR, url("")));
        assertThat(row(undone, workshops).select("input[checked]")).isEmpty();
        assertThat(row(undone, comic).select("input[checked]").val()).isEqualTo("KEEP");
    }

    @Test
    void decisionCanBeChanged() {
        post(Role.COORDINATOR, url("/line/" + comic.value()), choice(comic, "WITHDRAW", "", 0));
        post(Role.COORDINATOR, url(""), Map.of("reconsider", comic.value().toString()));
        assertThat(row(Pages.parse(get(Role.COORDINATOR, url(""))), comic).select("input[checked]"))
                .isEmpty();
    }

    @Test
    void createsNextPlanOnceAndComparesItAsPageWordAndPdf() throws UnsupportedEncodingException {
        post(
                Role.COORDINATOR,
                url("/line/" + workshops.value()),
                choice(workshops, "REWORD", "Donner six ateliers", 0));
        Document ask = Pages.parse(get(Role.COORDINATOR, url("/make")));
        assertThat(ask.select("[name=title]").val()).isEqualTo("Plan d’action 2027-2028");
        LocalDate from = ground.begun().plusYears(1);
        assertThat(ask.select("[name=from]").val()).isEqualTo(from.toString());
        Map<String, String> typed = Map.of(
                "title",
                "Plan d’action 2027-2028",
                "from",
                from.toString(),
                "to",
                from.plusYears(1).minusDays(1).toString());
        String made = location(post(Role.COORDINATOR, url("/make"), typed));
        assertThat(made).endsWith("/grid");
        assertThat(location(post(Role.COORDINATOR, url("/make"), typed))).isEqualTo(made);
        assertThat(plans()).isEqualTo(2);
        assertThat(get(Role.COORDINATOR, made).getResponse().getContentAsString())
                .contains("Donner six ateliers");

        Document compared = Pages.parse(get(Role.BOARD_MEMBER, url("/comparison")));
        assertThat(compared.select(".version").eachText())
                .containsExactly(
                        "Plan d’action 2026-2027 Donner des ateliers", "Plan d’action 2027-2028 Donner six ateliers");
        assertThat(compared.text()).contains("Lignes reportées");
        assertThat(get(Role.BOARD_MEMBER, url("/comparison/pdf")).getResponse().getContentAsByteArray())
                .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(get(Role.BOARD_MEMBER, url("/comparison/docx")).getResponse().getContentAsByteArray())
                .startsWith("PK".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(get(Role.BOARD_MEMBER, url("/comparison/exe"))).hasStatus(404);

        assertThat(Pages.parse(get(Role.COORDINATOR, url(""))).select(".prepared input"))
                .isEmpty();
        assertThat(post(Role.COORDINATOR, url("/line/" + comic.value()), choice(comic, "KEEP", "", 0)))
                .hasStatus(422);
        String next = made.replace("/grid", "").replace("/plan/actionplan/", "/plan/preparation/");
        assertThat(location(get(Role.COORDINATOR, next))).isEqualTo(url("/comparison"));
        String copied = "/plan/actionplan/action/"
                + db.sql("SELECT line FROM plan.actionplan_lineage WHERE continues = ?")
                        .param(workshops.value())
                        .query(UUID.class)
                        .single();
        assertThat(Pages.parse(get(Role.BOARD_MEMBER, copied)).text())
                .contains("Les autres années")
                .contains("Donner des ateliers");
    }

    @Test
    void refusesToPrepareFromDraft() {
        db.sql("UPDATE plan.actionplan_plan SET status = 'DRAFT' WHERE id = ?")
                .param(plan.value())
                .update();
        assertThat(get(Role.COORDINATOR, url(""))).hasStatus(422);
    }

    private static Map<String, String> choice(ActionId line, String choice, String text, int version) {
        return Map.of(
                "choice." + line.value(),
                choice,
                "text." + line.value(),
                text,
                "version." + line.value(),
                String.valueOf(version),
                "was." + line.value(),
                "0");
    }

    private String url(String below) {
        return "/plan/preparation/" + plan.value() + below;
    }

    private long plans() {
        return db.sql("SELECT count(*) FROM plan.actionplan_plan WHERE :plan IN (id, continues)")
                .param("plan", plan.value())
                .query(Long.class)
                .single();
    }

    private MvcTestResult get(Role role, String url) {
        return browser.get()
                .uri(url)
                .with(visitors.as(role))
                .header("Accept-Language", "fr")
                .exchange();
    }

    private MvcTestResult post(Role role, String url, Map<String, String> fields) {
        return post(role, url, List.copyOf(fields.entrySet()));
    }

    private MvcTestResult post(Role role, String url, List<Map.Entry<String, String>> fields) {
        var request = browser.post().uri(url).with(visitors.as(role)).with(csrf());
        fields.forEach(field -> request.param(field.getKey(), field.getValue()));
        return request.exchange();
    }

    private static Element row(Document page, ActionId line) {
        return Objects.requireNonNull(page.getElementById("line-" + line.value()));
    }

    private static String location(MvcTestResult answer) {
        assertThat(answer).hasStatus(303);
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }
}
