package org.convergence.home.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.home.domain.Today.AreaRest;
import org.convergence.platform.shell.HomeCard.CardRow;
import org.junit.jupiter.api.Test;

/** What is gravest stands first among late lines, and no module hides the others. */
class RowOrderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    @Test
    void lateLinesAreOrderedByGravityAndThoseToComeByDay() {
        assertThat(Stream.of(
                                row("plan.actionplan/1", -40),
                                row("safety.mission/RETURN/1", 3),
                                row("cooperation.partner/1", -9),
                                row("resources.ledger/queue", -2),
                                row("outreach.assembly/1", -1),
                                row("plan.checklist/1", 1),
                                row("safety.mission/LEVEL/1", -1))
                        .sorted(RowOrder.BY_URGENCY))
                .extracting(CardRow::key)
                .containsExactly(
                        "safety.mission/LEVEL/1",
                        "outreach.assembly/1",
                        "resources.ledger/queue",
                        "cooperation.partner/1",
                        "plan.actionplan/1",
                        "plan.checklist/1",
                        "safety.mission/RETURN/1");
    }

    @Test
    void listThatIsCutHoldsTwoLinesOfEachModuleBeforeAThird() {
        List<CardRow> rows = List.of(
                row("plan.actionplan/1", -5),
                row("plan.actionplan/2", -4),
                row("plan.actionplan/3", -3),
                row("plan.actionplan/4", -2),
                row("resources.grant/1", -1));
        assertThat(RowOrder.first(rows, 4))
                .extracting(CardRow::key)
                .containsExactly("plan.actionplan/1", "plan.actionplan/2", "plan.actionplan/3", "resources.grant/1");
        assertThat(RowOrder.first(rows, 2)).hasSize(2);
        assertThat(RowOrder.first(rows, 9)).hasSize(5);
    }

    @Test
    void whatIsNotShownIsCountedByAreaWithItsFirstDay() {
        List<CardRow> rows = List.of(
                row("plan.actionplan/1", -5),
                row("plan.actionplan/2", 4),
                row("plan.checklist/3", 3),
                row("resources.grant/1", 9));
        assertThat(RowOrder.rest(rows, rows.subList(0, 1)))
                .containsExactly(
                        new AreaRest("plan", 2, TODAY.plusDays(3)), new AreaRest("resources", 1, TODAY.plusDays(9)));
        assertThat(RowOrder.rest(rows, rows)).isEmpty();
    }

    private static CardRow row(String key, int days) {
        return new CardRow(key, TODAY.plusDays(days), "", days < 0, key, "/", null, List.of());
    }
}
