package org.convergence.safety.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convergence.platform.database.Refused;
import org.convergence.safety.assessment.domain.GridParser.GridQuestion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grids pasted from spreadsheets, and the means of their scores (R-SEC-11). */
class GridParserTest {

    @Test
    void readsTwoColumnsWithMergedHeadingsAndHeadingsOnALineOfTheirOwn() {
        assertThat(GridParser.parse("A\tun\t2,5\r\n\tdeux\r\n\r\nB\r\n\ttrois\r\nA\tquatre\r\n"))
                .containsExactly(
                        question("A", "un"), question("A", "deux"), question("A", "quatre"), question("B", "trois"));
    }

    @Test
    void readsQuotedCellsWithLineBreaksAndQuotationMarks() {
        assertThat(GridParser.parse("A\t\"une ligne\nqui dit \"\"oui\"\"\"\n\t12\" de large"))
                .containsExactly(question("A", "une ligne qui dit \"oui\""), question("A", "12\" de large"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'', assessment.refused.grid",
        "'seul', assessment.refused.grid",
        "'\tsans rubrique', assessment.refused.heading",
        "'A\tun\nA\tun', assessment.refused.twice"
    })
    void refusesGridsThatCannotBeAnswered(String pasted, String key) {
        assertRefused(pasted, key);
    }

    @Test
    void refusesTooManyAndTooLongLines() {
        assertRefused("A\t" + "x".repeat(501), "assessment.refused.long");
        assertRefused(
                IntStream.rangeClosed(0, GridParser.MOST)
                        .mapToObj(each -> "A\tligne " + each)
                        .collect(Collectors.joining("\n")),
                "assessment.refused.most");
        assertRefused("\"".repeat(100_000), "assessment.refused.grid");
        assertRefused("Gouvernance\tune\nTerrain\t\"deux\nTerrain\ttrois", "assessment.refused.quote");
    }

    private static void assertRefused(String pasted, String key) {
        assertThatThrownBy(() -> GridParser.parse(pasted))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }

    @Test
    void theMeanCountsAnsweredLinesOnly() {
        assertThat(mean(3, null, 2)).isEqualByComparingTo("2.5");
        assertThat(mean(1, 1, 2)).isEqualByComparingTo("1.3");
        assertThat(mean(0, 0)).as("zero is an answer").isEqualByComparingTo("0");
        assertThat(AssessmentPolicy.mean(Collections.emptyList())).isNull();
        assertThat(mean(null, null)).isNull();
    }

    private static @Nullable BigDecimal mean(@Nullable Integer... scores) {
        return AssessmentPolicy.mean(Arrays.asList(scores));
    }

    private static GridQuestion question(String heading, String text) {
        return new GridQuestion(heading, text);
    }

    @Test
    void aGridIsPastedBackAsItWas() {
        List<GridQuestion> grid = List.of(question("A", "un"), question("A", "deux"), question("B", "trois"));
        assertThat(GridParser.parse(GridParser.format(grid))).isEqualTo(grid);
    }
}
