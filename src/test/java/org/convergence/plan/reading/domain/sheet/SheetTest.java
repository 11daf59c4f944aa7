package org.convergence.plan.reading.domain.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.PlanBlueprint;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.platform.database.Refused;
import org.junit.jupiter.api.Test;

class SheetTest {

    private final Sheet sheet = sheet(
            RowKind.SECTION, "Mot d’ouverture",
            RowKind.OBJECTIVE, "Éduquer",
            RowKind.MEANS, "Ateliers",
            RowKind.ACTION, "Donner des ateliers",
            RowKind.SUB_ACTION, "En classe",
            RowKind.ACTION, "Former des formatrices",
            RowKind.MEANS, "Outils",
            RowKind.ACTION, "Écrire une trousse\n\nTraduire la trousse",
            RowKind.OBJECTIVE, "Coopérer");

    @Test
    void aLineMovesWithWhatIsUnderIt() {
        assertThat(words(sheet.down(4)))
                .containsSubsequence(
                        "Ateliers", "Former des formatrices", "Donner des ateliers", "En classe", "Outils");
        assertThat(words(sheet.up(7))).containsSubsequence("Outils", "Ateliers", "Donner des ateliers");
        assertThat(sheet.up(1)).isEqualTo(sheet);
    }

    @Test
    void aLineIsCutAtItsEmptyLineAndJoinedAgain() {
        Sheet cut = sheet.split(8);
        assertThat(cut.count(RowKind.ACTION)).isEqualTo(4);
        assertThat(words(cut)).containsSubsequence("Écrire une trousse", "Traduire la trousse", "Coopérer");
        assertThat(words(cut.join(10))).contains("Écrire une trousse Traduire la trousse");
        assertThatThrownBy(() -> sheet.split(4)).isInstanceOf(Refused.class);
    }

    @Test
    void aLineIsPutUnderAnotherButNeverUnderItself() {
        Sheet moved = sheet.correct(
                6, new Correction(RowKind.ACTION, "", "", "Former des formatrices", null, Commitment.FIRM, 7));
        assertThat(words(moved))
                .containsSubsequence("Outils", "Écrire une trousse\n\nTraduire la trousse", "Former des formatrices");
        assertThatThrownBy(() ->
                        sheet.correct(3, new Correction(RowKind.MEANS, "", "Ateliers", "", null, Commitment.FIRM, 4)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void noGestureLosesAWord() {
        Sheet after = sheet.up(7)
                .down(4)
                .split(8)
                .join(5)
                .correct(1, new Correction(RowKind.UNPLACED, "", "Mot d’ouverture", "", null, Commitment.FIRM, null));
        assertThat(letters(after)).isEqualTo(letters(sheet));
    }

    @Test
    void whatIsTakenOutOrMadeAPartLeavesTheLinesAfterItInTheirPlace() {
        Sheet dropped = sheet.drop(4);
        assertThat(words(dropped)).endsWith("Coopérer", "Donner des ateliers");
        assertThat(dropped.row(4).kind()).isEqualTo(RowKind.UNPLACED);
        assertThat(BlueprintMaker.of(sheet.drop(5), "Plan", PlanKind.ANNUAL, null, null)
                        .objectives()
                        .get(0)
                        .means()
                        .get(0)
                        .actions())
                .hasSize(2);
        Sheet part = sheet.correct(
                6, new Correction(RowKind.SECTION, "", "", "Former des formatrices", null, Commitment.FIRM, null));
        assertThat(words(part)).startsWith("Mot d’ouverture", "Former des formatrices", "Éduquer");
        assertThat(BlueprintMaker.of(part, "Plan", PlanKind.ANNUAL, null, null).sections())
                .hasSize(2);
        assertThat(letters(part)).isEqualTo(letters(sheet));
        assertThat(sheet.before(4)).isEqualTo(3);
        assertThat(sheet.before(1)).isEqualTo(1);
    }

    @Test
    void aBlueprintHasEveryLineInItsPlace() {
        PlanBlueprint plan = BlueprintMaker.of(sheet, "Plan", PlanKind.ANNUAL, null, null);
        assertThat(plan.sections()).hasSize(1);
        assertThat(plan.objectives()).extracting(PlanBlueprint.Objective::title).containsExactly("Éduquer", "Coopérer");
        assertThat(plan.objectives().get(0).means().get(0).actions().get(0).subActions())
                .hasSize(1);
    }

    @Test
    void aLineWithNothingAboveItHasNoPlace() {
        Sheet homeless = sheet(RowKind.OBJECTIVE, "Éduquer", RowKind.ACTION, "Sans moyen");
        assertThatThrownBy(() -> BlueprintMaker.of(homeless, "Plan", PlanKind.ANNUAL, null, null))
                .isInstanceOf(Refused.class);
    }

    private static Sheet sheet(Object... kindsAndWords) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < kindsAndWords.length; i += 2) {
            RowKind kind = (RowKind) kindsAndWords[i];
            String words = (String) kindsAndWords[i + 1];
            boolean action = kind == RowKind.ACTION || kind == RowKind.SUB_ACTION;
            rows.add(Row.plain(i / 2 + 1, kind, "", action ? "" : words, action ? words : ""));
        }
        return new Sheet("Plan", rows, rows.size() + 1, List.of());
    }

    private static List<String> words(Sheet sheet) {
        return sheet.rows().stream().map(Row::words).toList();
    }

    private static String letters(Sheet sheet) {
        StringBuilder all = new StringBuilder();
        sheet.rows().forEach(row -> all.append(row.title()).append(row.text()));
        return all.chars()
                .filter(c -> !Character.isWhitespace(c))
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
