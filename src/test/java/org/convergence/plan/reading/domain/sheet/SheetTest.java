package org.convergence.plan.reading.domain.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.PlanBlueprint;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.reading.domain.sheet.SheetLine.SheetLineCorrection;
import org.convergence.plan.reading.domain.sheet.SheetLine.SheetLineKind;
import org.convergence.plan.reading.domain.sheet.SheetLine.SheetLinesCorrection;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SheetTest {

    private final Sheet sheet = sheet(
            SheetLineKind.SECTION, "Mot d’ouverture",
            SheetLineKind.OBJECTIVE, "Éduquer",
            SheetLineKind.MEANS, "Ateliers",
            SheetLineKind.ACTION, "Donner des ateliers",
            SheetLineKind.SUB_ACTION, "En classe",
            SheetLineKind.ACTION, "Former des formatrices",
            SheetLineKind.MEANS, "Outils",
            SheetLineKind.ACTION, "Écrire une trousse\n\nTraduire la trousse",
            SheetLineKind.OBJECTIVE, "Coopérer");

    @Test
    void aLineMovesWithItsChildren() {
        assertThat(words(sheet.moveDown(4)))
                .containsSubsequence(
                        "Ateliers", "Former des formatrices", "Donner des ateliers", "En classe", "Outils");
        assertThat(words(sheet.moveUp(7))).containsSubsequence("Outils", "Ateliers", "Donner des ateliers");
        assertThat(sheet.moveUp(1)).isEqualTo(sheet);
    }

    @Test
    void splitsALineAtItsEmptyLineAndJoinsItAgain() {
        Sheet cut = sheet.split(8);
        assertThat(cut.count(SheetLineKind.ACTION)).isEqualTo(4);
        assertThat(words(cut)).containsSubsequence("Écrire une trousse", "Traduire la trousse", "Coopérer");
        assertThat(words(cut.join(10))).contains("Écrire une trousse Traduire la trousse");
        assertThatThrownBy(() -> sheet.split(4)).isInstanceOf(Refused.class);
    }

    @Test
    void movesALineUnderAnotherButNeverUnderItself() {
        Sheet moved = sheet.correct(
                6,
                new SheetLineCorrection(
                        SheetLineKind.ACTION, "", "", "Former des formatrices", null, Commitment.FIRM, "", "", "", 7));
        assertThat(words(moved))
                .containsSubsequence("Outils", "Écrire une trousse\n\nTraduire la trousse", "Former des formatrices");
        assertThatThrownBy(() -> sheet.correct(
                        3,
                        new SheetLineCorrection(
                                SheetLineKind.MEANS, "", "Ateliers", "", null, Commitment.FIRM, "", "", "", 4)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void noOperationLosesAWord() {
        Sheet after = sheet.moveUp(7)
                .moveDown(4)
                .split(8)
                .join(5)
                .correct(
                        1,
                        new SheetLineCorrection(
                                SheetLineKind.UNPLACED,
                                "",
                                "Mot d’ouverture",
                                "",
                                null,
                                Commitment.FIRM,
                                "",
                                "",
                                "",
                                null));
        assertThat(letters(after)).isEqualTo(letters(sheet));
    }

    @Test
    void droppedLinesAndSectionsLeaveTheLinesAfterThemInPlace() {
        Sheet dropped = sheet.drop(4);
        assertThat(words(dropped)).endsWith("Coopérer", "Donner des ateliers");
        assertThat(dropped.row(4).kind()).isEqualTo(SheetLineKind.UNPLACED);
        assertThat(BlueprintAssembler.assemble(sheet.drop(5), "Plan", PlanKind.ANNUAL, null, null)
                        .objectives()
                        .get(0)
                        .means()
                        .get(0)
                        .actions())
                .hasSize(2);
        Sheet part = sheet.correct(
                6,
                new SheetLineCorrection(
                        SheetLineKind.SECTION,
                        "",
                        "",
                        "Former des formatrices",
                        null,
                        Commitment.FIRM,
                        "",
                        "",
                        "",
                        null));
        assertThat(words(part)).startsWith("Mot d’ouverture", "Former des formatrices", "Éduquer");
        assertThat(BlueprintAssembler.assemble(part, "Plan", PlanKind.ANNUAL, null, null)
                        .sections())
                .hasSize(2);
        assertThat(letters(part)).isEqualTo(letters(sheet));
        assertThat(sheet.previousId(4)).isEqualTo(3);
        assertThat(sheet.previousId(1)).isEqualTo(1);
    }

    @Test
    void manyLinesAreCorrectedAtOnceWithWhatIsBelowThem() {
        Sheet onRequest = sheet.correctAll(Set.of(3), correction(null, Area.EDUCATION, Commitment.ON_REQUEST, null));
        assertThat(onRequest.rows())
                .filteredOn(row -> row.commitment() == Commitment.ON_REQUEST)
                .extracting(SheetLine::id)
                .containsExactly(4, 5, 6);
        assertThat(onRequest.rows())
                .filteredOn(row -> row.area() != null)
                .extracting(SheetLine::id)
                .containsExactly(3);
        Sheet dropped = sheet.correctAll(Set.of(1, 6), correction(SheetLineKind.UNPLACED, null, null, null));
        assertThat(words(dropped)).startsWith("Éduquer").endsWith("Mot d’ouverture", "Former des formatrices");
        assertThatThrownBy(() -> sheet.correctAll(Set.of(1, 9), correction(null, null, Commitment.FIRM, null)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void linesPutUnderAnotherTakeTheLevelThatTheyHaveThere() {
        Sheet moved = sheet.correctAll(Set.of(4, 5, 8), correction(null, null, null, 9));
        assertThat(words(moved))
                .endsWith("Coopérer", "Donner des ateliers", "En classe", "Écrire une trousse\n\nTraduire la trousse");
        assertThat(moved.row(4).kind()).isEqualTo(SheetLineKind.MEANS);
        assertThat(moved.row(5).kind()).isEqualTo(SheetLineKind.ACTION);
        assertThat(BlueprintAssembler.assemble(moved, "Plan", PlanKind.ANNUAL, null, null)
                        .objectives()
                        .get(1)
                        .means())
                .hasSize(2);
        assertThat(letters(moved)).isEqualTo(letters(sheet));
        assertThatThrownBy(() -> sheet.correctAll(Set.of(2, 6), correction(null, null, null, 3)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> sheet.correctAll(Set.of(6), correction(SheetLineKind.SUB_ACTION, null, null, 3)))
                .isInstanceOf(Refused.class);
    }

    private static SheetLinesCorrection correction(
            @Nullable SheetLineKind kind,
            @Nullable Area area,
            @Nullable Commitment commitment,
            @Nullable Integer under) {
        return new SheetLinesCorrection(kind, area, commitment, under);
    }

    @Test
    void aBlueprintHasEveryLineInItsPlace() {
        PlanBlueprint plan = BlueprintAssembler.assemble(sheet, "Plan", PlanKind.ANNUAL, null, null);
        assertThat(plan.sections()).hasSize(1);
        assertThat(plan.objectives())
                .extracting(PlanBlueprint.BlueprintObjective::title)
                .containsExactly("Éduquer", "Coopérer");
        assertThat(plan.objectives().get(0).means().get(0).actions().get(0).subActions())
                .hasSize(1);
    }

    @Test
    void refusesALineWithoutParent() {
        Sheet homeless = sheet(SheetLineKind.OBJECTIVE, "Éduquer", SheetLineKind.ACTION, "Sans moyen");
        assertThatThrownBy(() -> BlueprintAssembler.assemble(homeless, "Plan", PlanKind.ANNUAL, null, null))
                .isInstanceOf(Refused.class);
    }

    private static Sheet sheet(Object... kindsAndWords) {
        List<SheetLine> rows = new ArrayList<>();
        for (int i = 0; i < kindsAndWords.length; i += 2) {
            SheetLineKind kind = (SheetLineKind) kindsAndWords[i];
            String words = (String) kindsAndWords[i + 1];
            boolean action = kind == SheetLineKind.ACTION || kind == SheetLineKind.SUB_ACTION;
            rows.add(SheetLine.plain(i / 2 + 1, kind, "", action ? "" : words, action ? words : ""));
        }
        return new Sheet("Plan", rows, rows.size() + 1, List.of(), null, null, null);
    }

    private static List<String> words(Sheet sheet) {
        return sheet.rows().stream().map(SheetLine::words).toList();
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
