package org.convergence.plan.actionplan.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.LineDifference;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineWording.AmendmentChange;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the changes since a plan's adoption: one by one by decision date, and side by side. */
@Service
@Transactional(readOnly = true)
@Requires(ActionPlanPermissions.READ)
public class AmendmentQueries {

    private final PlanContentsQueries contents;
    private final JdbcClient jdbc;

    AmendmentQueries(PlanContentsQueries contents, JdbcClient jdbc) {
        this.contents = contents;
        this.jdbc = jdbc;
    }

    /**
     * An amendment as shown.
     *
     * @param label the line's label at the time
     * @param before the former wording, {@code null} if the line did not exist
     * @param after the new wording, {@code null} if the line was dropped
     */
    public record AmendmentEntry(
            UUID id,
            LocalDate decidedOn,
            String reason,
            @Nullable String number,
            Instant recordedAt,
            LineLevel level,
            UUID line,
            List<AmendmentChange> changes,
            String label,
            @Nullable Json before,
            @Nullable Json after) {}

    /** The amendments of a plan, the latest first. */
    public List<AmendmentEntry> findByPlan(PlanId plan) {
        return read("plan = ?", plan.value());
    }

    /** The amendments of a line, the latest first. */
    public List<AmendmentEntry> findByLine(UUID line) {
        return read("line = ?", line);
    }

    private List<AmendmentEntry> read(String which, UUID id) {
        return jdbc.sql("SELECT * FROM plan.actionplan_amendment WHERE " + which + " ORDER BY decided_on DESC, id DESC")
                .param(id)
                .query((row, n) -> new AmendmentEntry(
                        row.getObject("id", UUID.class),
                        row.getObject("decided_on", LocalDate.class),
                        row.getString("reason"),
                        row.getString("number"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        LineLevel.valueOf(row.getString("level")),
                        row.getObject("line", UUID.class),
                        Arrays.stream((String[]) row.getArray("changes").getArray())
                                .map(AmendmentChange::valueOf)
                                .toList(),
                        row.getString("label"),
                        json(row.getString("before")),
                        json(row.getString("after"))))
                .list();
    }

    private static @Nullable Json json(@Nullable String text) {
        return text == null ? null : Json.parse(text);
    }

    /** The plan as adopted; empty for a draft. */
    public Optional<PlanTree> findAdoptedTree(PlanId plan) {
        return jdbc.sql("SELECT tree FROM plan.actionplan_adopted_text WHERE plan = ?")
                .param(plan.value())
                .query(String.class)
                .optional()
                .map(tree -> Json.parse(tree).as(PlanTree.class));
    }

    /** The differences between the plan and its adopted version, in the plan's order. */
    public List<LineDifference> compareWithAdopted(PlanId plan) {
        PlanTree adopted = findAdoptedTree(plan).orElseThrow(() -> new NotFound("adopted plan"));
        return PlanTreeComparison.between(adopted, contents.tree(plan));
    }
}
