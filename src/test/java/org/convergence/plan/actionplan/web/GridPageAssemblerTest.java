package org.convergence.plan.actionplan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class GridPageAssemblerTest extends GridPageAssemblerFixture {

    @Test
    void savesOnlyChangedCellsOfGrid() {
        Map<String, String> fields = fields(page());
        put(fields, 1, "responsible", "Comité éducation", "from", "2024-10-01", "to", "2024-12-15", "effort", "M");
        put(fields, 2, "rhythm", "chaque mois", "target", "500 participations");
        assertThat(post(grid, fields)).hasStatus(303);
        Document page = page();
        assertThat(page.select(".notice").text()).contains("2 lignes enregistrées");
        assertThat(value(page, 1, "responsible")).isEqualTo("Comité éducation");
        assertThat(value(page, 1, "to")).isEqualTo("2024-12-15");
        assertThat(value(page, 1, "effort")).isEqualTo("M");
        assertThat(value(page, 2, "rhythm")).isEqualTo("chaque mois");
        assertThat(value(page, 2, "target")).isEqualTo("500 participations");
        assertThat(value(page, 3, "version")).isEqualTo("0");
    }

    @Test
    void savesSingleLineAndReturnsIt() {
        Map<String, String> fields = fields(page());
        put(fields, 4, "responsible", "Coordination");
        fields.keySet().removeIf(name -> !name.endsWith(lines.get(4).toString()));
        MvcTestResult kept = post(grid + "/" + lines.get(4), fields);
        assertThat(kept).hasStatusOk();
        assertThat(Pages.text(kept)).startsWith("<tbody").contains("Coordination", "Enregistrée");
        assertThat(Pages.text(kept)).doesNotContain("<html");

        put(fields, 4, "rhythm", "quand on peut");
        fields.put("version." + lines.get(4), "1");
        assertThat(post(grid + "/" + lines.get(4), fields))
                .hasStatus(422)
                .bodyText()
                .contains("quand on peut");
    }

    @Test
    void namesEachCellByItsActionAndItsColumn() {
        Document page = page();
        for (Element cell : line(page, 2).select("td :is(input, select)")) {
            String[] names = cell.attr("aria-labelledby").split(" ", -1);
            assertThat(names).hasSize(2);
            assertThat(page.select("[id=" + names[0] + "]").eachText())
                    .containsExactly(line(page, 2).select("th a").text());
            assertThat(page.select("[id=" + names[1] + "]").eachText())
                    .containsExactly(Objects.requireNonNull(cell.closest("td")).attr("data-label"));
        }
    }

    @Test
    void showsBothVersionsOnlyOfConflictingCells() {
        Map<String, String> hers = fields(page());
        Map<String, String> his = fields(page());
        put(hers, 1, "responsible", "Solange", "effort", "L");
        assertThat(post(grid, hers)).hasStatus(303);

        Map<String, String> apart = new LinkedHashMap<>(his);
        put(apart, 1, "rhythm", "chaque trimestre");
        assertThat(post(grid, apart)).hasStatus(303);
        assertThat(value(page(), 1, "responsible")).isEqualTo("Solange");
        assertThat(value(page(), 1, "rhythm")).isEqualTo("chaque trimestre");

        put(his, 1, "responsible", "Rodrigue");
        MvcTestResult both = post(grid, his);
        assertThat(both).hasStatus(409);
        assertThat(line(parsed(both), 1).text()).contains("Rodrigue", "Solange");
        Map<String, String> taken = fields(parsed(both));
        Map<String, String> mine = new LinkedHashMap<>(taken);
        taken.put("take", "responsible." + lines.get(1));
        assertThat(post(grid, taken)).hasStatus(303);
        assertThat(value(page(), 1, "responsible")).isEqualTo("Solange");
        assertThat(value(page(), 1, "effort")).isEqualTo("L");
        assertThat(post(grid, mine)).hasStatus(303);
        assertThat(value(page(), 1, "responsible")).isEqualTo("Rodrigue");
    }

    @Test
    void mergesConcurrentChangesOfHelpers() throws Exception {
        for (String name : List.of("Jeanne", "Omar")) {
            CurrentActor.callAs(
                    Actor.system("test"),
                    () -> people.create(org.convergence.directory.people.domain.PersonFacts.named(name, "Test")));
        }
        Map<String, String> hers = fields(page());
        Map<String, String> his = fields(page());
        put(hers, 0, "support", "Jeanne Test");
        assertThat(post(grid, hers)).hasStatus(303);
        put(his, 0, "support", "Omar Test");
        assertThat(post(grid, his)).hasStatus(409);
        assertThat(value(page(), 0, "support")).isEqualTo("Jeanne Test");
    }

    @Test
    void previewsPastedBlockBeforeSaving() {
        Map<String, String> fields = fields(page());
        put(fields, 8, "responsible", "déjà écrit");
        fields.put("pasted", """
                Responsable\tEn appui\tDébut\tFin\tRythme\tCible\tEffort\tÉtat\tRaison
                Comité\t\t1er oct. 2024\t15/12/2024\tmensuel\t40 h\t20 heures\t\t
                "Deux
                lignes"\t\tun jour\t\t\t\t\tReportée\tfaute de fonds\tde trop
                """);
        fields.put("line", lines.get(3).toString());
        fields.put("column", "RESPONSIBLE");
        MvcTestResult answer = post(grid + "/paste", fields);
        assertThat(answer).hasStatusOk();
        Document preview = parsed(answer);
        assertThat(preview.select(".notice").text()).contains("2 lignes", "Une case n’est pas comprise", "de trop");
        assertThat(value(preview, 3, "from")).isEqualTo("2024-10-01");
        assertThat(value(preview, 3, "to")).isEqualTo("2024-12-15");
        assertThat(value(preview, 3, "effort")).isEqualTo("M");
        assertThat(value(preview, 4, "responsible")).isEqualTo("Deux lignes");
        assertThat(value(preview, 4, "from")).isEqualTo("un jour");
        assertThat(value(preview, 4, "stated")).isEqualTo("POSTPONED");
        assertThat(value(preview, 8, "responsible")).isEqualTo("déjà écrit");
        assertThat(value(page(), 3, "responsible")).isEmpty();

        Map<String, String> corrected = fields(preview);
        put(corrected, 4, "from", "");
        assertThat(post(grid, corrected)).hasStatus(303);
        assertThat(value(page(), 3, "rhythm")).isEqualTo("chaque mois");
        assertThat(value(page(), 4, "reason")).isEqualTo("faute de fonds");
        assertThat(value(page(), 8, "responsible")).isEqualTo("déjà écrit");
    }

    @Test
    void targetOfAdoptedPlanNeedsAReasonToChange() {
        String plan = grid.substring(0, grid.length() - "/grid".length());
        assertThat(post(plan + "/adopt", Map.of("version", "1", "body", "AGA", "date", "2024-09-30")))
                .hasStatus(303);
        Map<String, String> fields = fields(page());
        put(fields, 1, "target", "3 ateliers");
        assertThat(post(grid, fields)).hasStatus(422).bodyText().contains("dites pourquoi la cible change");
        fields.put("decidedOn", "2025-01-28");
        fields.put("reason", "Le CA l’a demandé");
        assertThat(post(grid, fields)).hasStatus(303);
        assertThat(value(page(), 1, "target")).isEqualTo("3 ateliers");
        assertThat(get(plan + "/amendments", Role.COORDINATOR)).bodyText().contains("Le CA l’a demandé");
    }

    @Test
    void readersSeeGridWithoutFields() {
        Map<String, String> fields = fields(page());
        put(fields, 1, "responsible", "<b>Comité</b>");
        assertThat(post(grid, fields)).hasStatus(303);
        MvcTestResult read = get(grid, Role.AUDITOR);
        assertThat(read).hasStatusOk().bodyText().contains("&lt;b").doesNotContain("<b>Comité");
        assertThat(parsed(read).select("tbody input, tbody select")).isEmpty();
    }
}
