package org.convergence.plan.report.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.plan.report.domain.ReportContents.DelayedAction;
import org.convergence.plan.time.TeamCapacity.MonthAhead;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The stored contents of a filed report remain readable. */
class SnapshotTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @Test
    void keepsDelayedActionsAndCapacityAsFiled() {
        ReportContents note = contents(Audience.BOARD);
        assertThat(Snapshot.contents(Json.of(Snapshot.of(note)))).isEqualTo(note);
    }

    @Test
    void readsTheFirstSchema() {
        ObjectNode first =
                (ObjectNode) Json.of(Snapshot.of(contents(Audience.ANNUAL))).node();
        first.put("schema", 1).remove("ahead");
        first.path("sections").forEach(section -> ((ObjectNode) section).remove("standing"));
        ReportContents opened = Snapshot.contents(new Json(first));
        assertThat(opened.ahead()).isEmpty();
        assertThat(opened.actionsInState(ActionState.LATE)).isEmpty();
    }

    private static ReportContents contents(Audience audience) {
        UUID means = Ids.next();
        DelayedAction late =
                new DelayedAction(Ids.next(), "Offrir des ateliers", ActionState.LATE, DAY, "La salle a fermé.");
        var part = new ReportContents.ReportPart(
                ReportSectionKind.MEANS,
                means,
                "1.2",
                "Ateliers",
                null,
                "",
                Map.of(ActionState.LATE, 1),
                List.of(),
                List.of(late));
        var head = new ReportContents.ReportHead(
                Ids.next(),
                1,
                audience,
                "Note",
                "Solidarité",
                Ids.next(),
                "Plan",
                DAY.minusDays(30),
                DAY,
                "fr",
                DAY,
                DAY,
                Map.of(ActionState.LATE, 1),
                List.of());
        var month = new MonthAhead(
                YearMonth.of(2026, 12), new BigDecimal("225.5"), new BigDecimal("77.25"), new BigDecimal("138.75"));
        return new ReportContents(head, List.of(part), List.of(), List.of(), List.of(month));
    }
}
