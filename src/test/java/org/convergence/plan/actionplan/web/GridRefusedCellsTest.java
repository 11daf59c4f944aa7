package org.convergence.plan.actionplan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.identity.Role;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An unreadable cell stays as typed, marked and named, and the rest is saved. */
class GridRefusedCellsTest extends GridPageAssemblerFixture {

    @Test
    void showsInvalidLineAsTypedAndSavesTheOthers() {
        Map<String, String> fields = fields(page());
        put(fields, 0, "responsible", "Marie-Ève Côté-Roy");
        put(fields, 1, "from", "le grand soir", "stated", "POSTPONED");
        MvcTestResult answer = post(grid, fields);
        assertThat(answer).hasStatus(422);
        Document again = parsed(answer);
        assertThat(value(again, 1, "from")).isEqualTo("le grand soir");
        assertThat(line(again, 1).select("[name^=from]").attr("type")).isEqualTo("text");
        assertThat(line(again, 1).select("[name^=reason]").attr("aria-invalid")).isEqualTo("true");
        assertThat(again.select(".notice").text())
                .contains("1 ligne enregistrée", "3 cases ne sont pas enregistrées", "Début : « le grand soir »");
        assertThat(value(page(), 0, "responsible")).isEqualTo("Marie-Ève Côté-Roy");
        assertThat(value(page(), 1, "stated")).isEmpty();
    }

    @Test
    void readsDayAndMonthInTheYearOfThePlan() {
        Map<String, String> fields = fields(page());
        put(fields, 0, "from", "15 octobre", "to", "15/08");
        put(fields, 1, "from", "oct 15", "to", "12/31");
        assertThat(post(grid, fields)).hasStatus(303);
        assertThat(value(page(), 0, "from")).isEqualTo("2024-10-15");
        assertThat(value(page(), 0, "to")).isEqualTo("2025-08-15");
        assertThat(value(page(), 1, "from")).isEqualTo("2024-10-15");
        assertThat(value(page(), 1, "to")).isEqualTo("2024-12-31");
    }

    @Test
    void showsInWordsWhatWasUnderstoodOfADate() {
        Map<String, String> fields = fields(page());
        put(fields, 0, "from", "mi-octobre", "to", "fin mars");
        put(fields, 1, "from", "T2", "to", "T3");
        assertThat(post(grid, fields)).hasStatus(303);
        assertThat(cell(page(), 0, "from").val()).isEqualTo("15 oct. 2024".replace(' ', '\u00a0'));
        assertThat(cell(page(), 0, "to").val()).isEqualTo("31 mars 2025".replace(' ', '\u00a0'));
        assertThat(value(page(), 1, "from")).isEqualTo("2024-12-01");
        assertThat(value(page(), 1, "to")).isEqualTo("2025-05-31");
        assertThat(post(grid, sent(page()))).hasStatus(303);
        assertThat(value(page(), 1, "version")).isEqualTo("1");
    }

    @Test
    void offersTheReadingsOfAnAmbiguousDate() {
        Map<String, String> fields = fields(page());
        put(fields, 1, "to", "d’ici mars", "rhythm", "chaque mois");
        MvcTestResult answer = post(grid, fields);
        assertThat(answer).hasStatus(422);
        Document again = parsed(answer);
        assertThat(cell(again, 1, "to").val()).isEqualTo("d’ici mars");
        assertThat(line(again, 1).select("button[name=reading]").eachAttr("value"))
                .containsExactly("to." + lines.get(1) + ".2025-03-01", "to." + lines.get(1) + ".2025-03-31");
        Map<String, String> chosen = sent(again);
        chosen.put("reading", "to." + lines.get(1) + ".2025-03-31");
        assertThat(post(grid, chosen)).hasStatus(303);
        assertThat(value(page(), 1, "to")).isEqualTo("2025-03-31");
        assertThat(value(page(), 1, "rhythm")).isEqualTo("chaque mois");
    }

    @Test
    void savesOtherCellsOfALineAndKeepsTheRefusedOneThroughPasteAndSave() {
        Map<String, String> fields = fields(page());
        put(fields, 1, "from", "30 février", "to", "2024-12-15", "rhythm", "chaque mois");
        MvcTestResult partly = post(grid, fields);
        assertThat(partly).hasStatus(422);
        Document again = parsed(partly);
        assertThat(again.select(".notice").text())
                .contains("Une case n’est pas enregistrée", "Début : « 30 février »")
                .doesNotContain("1 ligne enregistrée");
        assertThat(line(again, 1).select(".kept").text()).isEqualTo("Une case n’est pas enregistrée");
        assertThat(value(page(), 1, "to")).isEqualTo("2024-12-15");
        assertThat(value(page(), 1, "rhythm")).isEqualTo("chaque mois");

        Map<String, String> sent = fields(again);
        sent.put("pasted", "Comité");
        sent.put("line", lines.get(3).toString());
        sent.put("column", "RESPONSIBLE");
        Document pasted = parsed(post(grid + "/paste", sent));
        assertRefused(pasted, "30 février");
        assertThat(pasted.select(".notice").text()).contains("Une case n’est pas comprise", "« 30 février »");

        MvcTestResult saved = post(grid, fields(pasted));
        assertThat(saved).hasStatus(422);
        assertRefused(parsed(saved), "30 février");
        assertThat(parsed(saved).select(".notice").text())
                .contains("1 ligne enregistrée", "Une case n’est pas enregistrée", "« 30 février »");
        assertThat(value(page(), 3, "responsible")).isEqualTo("Comité");

        Map<String, String> right = fields(parsed(saved));
        put(right, 1, "from", "30 novembre");
        assertThat(post(grid, right)).hasStatus(303);
        assertThat(value(page(), 1, "from")).isEqualTo("2024-11-30");
        assertThat(value(page(), 1, "rhythm")).isEqualTo("chaque mois");
    }

    @Test
    void showsARefusedCellAgainWhenTheSamePageIsSentAgain() {
        Map<String, String> fields = fields(page());
        put(fields, 1, "from", "30 février", "rhythm", "chaque mois");
        assertThat(post(grid, fields)).hasStatus(422);
        MvcTestResult reloaded = post(grid, fields);
        assertThat(reloaded).hasStatus(422);
        assertRefused(parsed(reloaded), "30 février");
    }

    @Test
    void omitsRelatedCellsTogether() {
        Map<String, String> fields = fields(page());
        put(fields, 2, "from", "2024-10-01", "to", "2024-10-31");
        assertThat(post(grid, fields)).hasStatus(303);
        Map<String, String> later = fields(page());
        put(later, 2, "from", "2024-11-30", "to", "bientôt", "reason", "Faute de temps", "effort", "M");
        Document again = parsed(post(grid, later));
        assertThat(again.select(".notice li").eachText())
                .satisfiesExactly(
                        from -> assertThat(from).contains("Début : « 30 nov. 2024 »"),
                        to -> assertThat(to).endsWith("Fin : « bientôt »"),
                        reason -> assertThat(reason).endsWith("Raison : « Faute de temps »"));
        assertThat(value(page(), 2, "from")).isEqualTo("2024-10-01");
        assertThat(value(page(), 2, "to")).isEqualTo("2024-10-31");
        assertThat(value(page(), 2, "effort")).isEqualTo("M");
    }

    @Test
    void showsInvalidCellsWithoutPermissionToEditLine() {
        String plan = grid.substring(0, grid.length() - "/grid".length());
        Map<String, String> fields = fields(page());
        put(fields, 1, "from", "abc");
        assertThat(post(plan + "/adopt", Map.of("version", "1", "body", "AGA", "date", "2024-09-30")))
                .hasStatus(303);
        assertThat(post(plan + "/close", Map.of("on", "2025-07-01", "date", "2025-07-01", "version", "2")))
                .hasStatus(303);
        assertThat(post(grid, fields).getResponse().getStatus()).isLessThan(500);
    }

    @Test
    void showsTypedLinesAgainAfterTheSessionEnded() {
        Map<String, String> fields = fields(page());
        put(fields, 1, "from", "30 février", "responsible", "Comité");
        for (String action : List.of(grid, grid + "/" + lines.get(1))) {
            var request = mvc.post()
                    .uri(action)
                    .with(csrf())
                    .param("_for", visitors.actor(Role.COORDINATOR).id().toString())
                    .param("_page", grid);
            for (var field : fields.entrySet()) {
                request = request.param(field.getKey(), field.getValue());
            }
            var kept = Objects.requireNonNull(request.exchange().getResponse().getCookie("kept"));
            Document again = parsed(mvc.get()
                    .uri(grid)
                    .with(visitors.as(Role.COORDINATOR))
                    .cookie(kept)
                    .exchange());
            assertRefused(again, "30 février");
            assertThat(value(again, 1, "responsible")).isEqualTo("Comité");
            assertThat(again.select(".notice").text()).contains("quand votre session s’est terminée");
        }
        assertThat(value(page(), 1, "responsible")).isEmpty();
    }

    @Test
    void keepsOversizedPasteVisible() {
        Map<String, String> fields = fields(page());
        fields.put("pasted", "Comité\n".repeat(40_000) + "le dernier");
        Document pasted = parsed(post(grid + "/paste", fields));
        assertThat(value(pasted, 0, "responsible")).isEqualTo("Comité");
        assertThat(pasted.select(".notice pre").text()).endsWith("le dernier");
    }

    private Element cell(Document page, int line, String field) {
        return Objects.requireNonNull(line(page, line).selectFirst("[name^=" + field + "]"));
    }

    /** The form fields with the very text of their controls. */
    private static Map<String, String> sent(Document page) {
        Map<String, String> sent = fields(page);
        page.select("tbody[id] input[name]").forEach(each -> sent.put(each.attr("name"), each.val()));
        return sent;
    }

    private void assertRefused(Document page, String text) {
        Element cell = cell(page, 1, "from");
        assertThat(cell.val()).isEqualTo(text);
        assertThat(cell.attr("type")).isEqualTo("text");
        assertThat(cell.attr("aria-invalid")).isEqualTo("true");
    }
}
