package org.convergence.plan.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.reading.RealPlanOracle;
import org.convergence.plan.reading.domain.ReadPlan.ReadAction;
import org.convergence.plan.reading.domain.ReadPlan.ReadCondition;
import org.convergence.plan.reading.domain.ReadPlan.ReadMeans;
import org.convergence.plan.reading.domain.ReadPlan.ReadObjective;
import org.convergence.plan.reading.domain.ReadPlan.ReadSection;
import org.convergence.plan.reading.domain.outline.OutlinePart.ReadSectionKind;
import org.convergence.plan.reading.domain.outline.ReadingWarning;
import org.convergence.plan.reading.domain.text.Manuscript;
import org.convergence.plan.reading.domain.text.ManuscriptReader;
import org.convergence.plan.reading.domain.text.ReadingBudget;
import org.convergence.plan.reading.domain.text.ReadingBudget.ReadingLimits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real plan is read as a person reads it; the oracle was written out by hand and holds no sentence. */
class RealPlanTest {

    private final PlanReader reader = new PlanReader(ReadingLimits.USUAL);
    private ReadPlan plan = new ReadPlan("", ReadPlan.ReadPeriod.NONE, "", List.of(), List.of(), List.of(), List.of());

    @BeforeEach
    void read() throws IOException {
        plan = reader.read(RealPlan.file());
    }

    @Test
    void textsAndCommitmentsMatchTheOracle() throws IOException {
        List<String> read = new ArrayList<>();
        for (ReadObjective objective : plan.objectives()) {
            for (ReadMeans means : objective.means()) {
                for (int i = 0; i < means.actions().size(); i++) {
                    ReadAction action = means.actions().get(i);
                    String code = Objects.requireNonNullElse(means.wording().code(), "");
                    read.add(row(code, String.valueOf(i + 1), action));
                    for (int j = 0; j < action.subActions().size(); j++) {
                        read.add(row(
                                code,
                                (i + 1) + "." + (j + 1),
                                action.subActions().get(j)));
                    }
                }
            }
        }
        assertThat(read).isEqualTo(RealPlanOracle.lines());
    }

    @Test
    void thereAreFiveObjectivesNineteenMeansSixtyThreeActionsAndSevenSubActions() {
        List<ReadMeans> means =
                plan.objectives().stream().flatMap(o -> o.means().stream()).toList();
        List<ReadAction> actions =
                means.stream().flatMap(m -> m.actions().stream()).toList();
        assertThat(plan.objectives()).extracting(o -> o.wording().code()).containsExactly("1", "2", "3", "4", "5");
        assertThat(means)
                .extracting(m -> m.wording().code())
                .containsExactly(
                        "1.1", "1.2", "1.4", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3", "4.1", "4.2", "4.3",
                        "4.5", "4.6", "5.1", "5.2", "5.3", "5.4");
        assertThat(actions)
                .hasSize(63)
                .allSatisfy(action -> assertThat(action.wording().code()).isNull());
        assertThat(actions.stream()
                        .mapToInt(action -> action.subActions().size())
                        .sum())
                .isEqualTo(7);
    }

    @Test
    void sectionsOutsideTheObjectivesKeepTheirPlace() {
        assertThat(plan.title()).contains("2024-2025");
        assertThat(plan.sections())
                .extracting(ReadSection::kind)
                .containsExactly(
                        ReadSectionKind.INTRODUCTION,
                        ReadSectionKind.PRIORITY,
                        ReadSectionKind.OVERVIEW,
                        ReadSectionKind.PRINCIPLES,
                        ReadSectionKind.TEAM);
        assertThat(plan.objectives()).allSatisfy(objective -> {
            assertThat(objective.wording().text()).isNotEmpty();
            assertThat(objective.wording().labels()).hasSize(1);
        });
    }

    @Test
    void theHeadingOfASectionWinsOverTheListOfObjectives() {
        assertThat(plan.warnings())
                .filteredOn(warning -> warning.kind() == ReadingWarning.ReadingWarningKind.TITLE_DIFFERS)
                .extracting(warning -> warning.at().line())
                .containsExactly(47, 51, 54, 57);
        assertThat(plan.objectives())
                .extracting(o -> o.wording().marker())
                .allSatisfy(marker -> assertThat(marker).startsWith("OBJECTIF "));
    }

    @Test
    void conditionsKeepTheirText() {
        ReadMeans anniversary = plan.objectives().get(3).means().get(4);
        assertThat(anniversary.actions()).hasSize(5).allSatisfy(action -> {
            assertThat(action.commitment()).isEqualTo(Commitment.IF_FUNDED);
            assertThat(action.conditions()).allMatch(ReadCondition::inherited);
        });
        List<ReadAction> done = plan.objectives().stream()
                .flatMap(o -> o.means().stream())
                .flatMap(m -> m.actions().stream())
                .filter(ReadAction::proposesDone)
                .toList();
        assertThat(done)
                .containsExactly(
                        plan.objectives().get(4).means().get(1).actions().get(4));
    }

    @Test
    void eachMeansIsTaggedWithItsArea() {
        assertThat(plan.objectives().get(0).means()).extracting(ReadMeans::area).containsOnly(Area.EDUCATION);
        assertThat(plan.objectives().get(1).means()).extracting(ReadMeans::area).containsOnly(Area.COOPERATION);
        assertThat(plan.objectives().get(2).means()).extracting(ReadMeans::area).containsOnly(Area.ADVOCACY);
        assertThat(plan.objectives().get(3).means()).extracting(ReadMeans::area).containsOnly(Area.OUTREACH);
        assertThat(plan.objectives().get(4).means())
                .extracting(ReadMeans::area)
                .containsExactly(Area.RESOURCES, Area.RESOURCES, Area.RESOURCES, Area.SAFETY);
    }

    @Test
    void everyCharacterIsPlacedOrListedAsUnplaced() throws IOException {
        Manuscript manuscript = new ManuscriptReader().read(RealPlan.file(), new ReadingBudget(ReadingLimits.USUAL));
        assertThat(CharacterBalance.lost(manuscript, plan)).isEmpty();
        assertThat(CharacterBalance.invented(manuscript, plan)).isEmpty();
        assertThat(plan.unplaced()).isEmpty();
    }

    @Test
    void theSameLinesInWordAndPdfGiveTheSamePlan() throws IOException {
        List<String> lines = new String(RealPlan.file().content(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.strip().replaceAll("[\\uE000-\\uF8FF]", "•"))
                .toList();
        WordFileBuilder word = new WordFileBuilder();
        PdfFileBuilder pdf = new PdfFileBuilder("En-tête de page");
        for (int i = 0; i < lines.size(); i++) {
            word.paragraph(lines.get(i));
            if (i % 42 == 41) {
                pdf.newPage();
            }
            if (lines.get(i).isEmpty()) {
                pdf.gap();
            } else {
                pdf.line(lines.get(i));
            }
        }
        assertThat(PlanPrinter.tree(reader.read(word.file()))).isEqualTo(PlanPrinter.tree(plan));
        assertThat(PlanPrinter.tree(reader.read(pdf.file()))).isEqualTo(PlanPrinter.tree(plan));
    }

    @Test
    void readsPlanInLessThanAFifthOfASecond() throws IOException {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long start = System.nanoTime();
            reader.read(RealPlan.file());
            // Other work of a machine of two cores makes some readings slower, never faster.
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        assertThat(fastest / 1_000_000).isLessThan(200);
    }

    private static String row(String means, String order, ReadAction action) {
        return RealPlanOracle.line(
                means, order, action.commitment().name(), action.wording().text());
    }
}
