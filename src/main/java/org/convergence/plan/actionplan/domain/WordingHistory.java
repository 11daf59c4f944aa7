package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.SectionKind;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.Json;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Reads earlier versions of lines from the audit, to compare concurrent edits. */
@Service
@Transactional(readOnly = true)
@Requires(ActionPlanPermissions.READ)
public class WordingHistory {

    private final AuditTrail trail;

    WordingHistory(AuditTrail trail) {
        this.trail = trail;
    }

    /** The wording of a line at a version; empty if the audit does not reach back to it. */
    public Optional<LineWording> findAtVersion(LineLevel level, UUID id, int version) {
        return trail.findRowAtVersion(StoredLine.tableOf(level), id, version).map(row -> wording(level, row.node()));
    }

    /** The last editor of the line. */
    public @Nullable String lastEditor(LineLevel level, UUID id) {
        return history(level, id, 1).stream().findFirst().map(AuditEntry::who).orElse(null);
    }

    /** The latest changes of a line's wording. */
    public List<AuditEntry> history(LineLevel level, UUID id, int limit) {
        return trail.findByRow(StoredLine.tableOf(level), id, limit);
    }

    /** The latest changes of an action's follow-up. */
    public List<AuditEntry> followUpHistory(UUID action, int limit) {
        return trail.findByRow(ActionFollowUp.TABLE, action, limit);
    }

    private static LineWording wording(LineLevel level, JsonNode row) {
        String title = text(row, "title");
        String words = text(row, "text") == null ? "" : text(row, "text");
        return switch (level) {
            case PLAN ->
                new LineWording.PlanWording(
                        orEmpty(title),
                        constant(row, "kind", PlanKind.class),
                        date(row, "period_from"),
                        date(row, "period_to"),
                        row.path("quiet_weeks").asInt(0));
            case SECTION ->
                new LineWording.SectionWording(
                        constant(row, "kind", SectionKind.class), orEmpty(title), orEmpty(words));
            case OBJECTIVE -> new LineWording.ObjectiveWording(text(row, "code"), orEmpty(title), orEmpty(words));
            case MEANS -> {
                String area = text(row, "area");
                yield new LineWording.MeansWording(
                        text(row, "code"),
                        orEmpty(title),
                        orEmpty(words),
                        area == null
                                ? null
                                : TextParser.constant(area, Area.class).orElse(null));
            }
            case ACTION ->
                new LineWording.ActionWording(
                        text(row, "code"),
                        title,
                        orEmpty(words),
                        constant(row, "commitment", Commitment.class),
                        Action.conditionsOf(new Json(row.path("conditions"))),
                        row.path("target").isObject() ? Action.targetOf(new Json(row.get("target"))) : null);
        };
    }

    private static @Nullable String text(JsonNode row, String column) {
        JsonNode value = row.path(column);
        return value.isString() ? value.asString() : null;
    }

    /** A constant of the row; the first constant if an older row holds an unknown one. */
    private static <E extends Enum<E>> E constant(JsonNode row, String column, Class<E> among) {
        return TextParser.constant(row.path(column).asString(""), among).orElse(among.getEnumConstants()[0]);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable LocalDate date(JsonNode row, String column) {
        String text = text(row, column);
        return text == null ? null : TextParser.date(text).orElse(null);
    }
}
