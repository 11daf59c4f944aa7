package org.convergence.plan.actionplan.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.EffortSize;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;

/** Maps the rows of queries to lines. */
final class LineRowMapper {

    private LineRowMapper() {}

    static Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                uuid(row, "id"),
                row.getInt("version"),
                row.getString("title"),
                PlanKind.valueOf(row.getString("kind")),
                PlanStatus.valueOf(row.getString("status")),
                date(row, "period_from"),
                date(row, "period_to"),
                row.getString("decision_body"),
                date(row, "decision_date"),
                row.getString("decision_number"),
                row.getObject("decision_document", UUID.class),
                date(row, "closed_on"),
                row.getInt("quiet_weeks"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    static Objective objective(ResultSet row) throws SQLException {
        return new Objective(
                uuid(row, "id"),
                row.getInt("version"),
                new PlanId(uuid(row, "plan")),
                row.getInt("position"),
                row.getString("code"),
                row.getString("title"),
                row.getString("text"),
                date(row, "dropped_on"),
                row.getString("dropped_reason"));
    }

    static Means means(ResultSet row) throws SQLException {
        return new Means(
                uuid(row, "id"),
                row.getInt("version"),
                new PlanId(uuid(row, "plan")),
                new ObjectiveId(uuid(row, "objective")),
                row.getInt("position"),
                row.getString("code"),
                row.getString("title"),
                row.getString("text"),
                enumValue(row, "area", Area.class),
                date(row, "dropped_on"),
                row.getString("dropped_reason"));
    }

    static PlanContents.ActionEntry entry(ResultSet row) throws SQLException {
        return new PlanContents.ActionEntry(
                action(row), followUp(row), row.getString("responsible_name"), helpers(row));
    }

    static Action action(ResultSet row) throws SQLException {
        UUID parent = row.getObject("parent", UUID.class);
        String target = row.getString("target");
        return new Action(
                uuid(row, "id"),
                row.getInt("version"),
                new PlanId(uuid(row, "plan")),
                new MeansId(uuid(row, "means")),
                parent == null ? null : new ActionId(parent),
                row.getInt("position"),
                row.getString("code"),
                row.getString("title"),
                row.getString("text"),
                Json.parse(row.getString("conditions")),
                Commitment.valueOf(row.getString("commitment")),
                target == null ? null : Json.parse(target),
                date(row, "dropped_on"),
                row.getString("dropped_reason"));
    }

    private static ActionFollowUp followUp(ResultSet row) throws SQLException {
        if (row.getObject("followed") == null) {
            return ActionFollowUp.none(uuid(row, "id"));
        }
        int times = row.getInt("times_per_year");
        return new ActionFollowUp(
                uuid(row, "id"),
                row.getInt("followed_version"),
                row.getObject("responsible", UUID.class),
                row.getString("responsible_words"),
                date(row, "window_from"),
                date(row, "window_to"),
                row.getString("due_words"),
                times == 0 ? null : times,
                date(row, "rhythm_since"),
                enumValue(row, "effort", EffortSize.class),
                date(row, "completed_on"),
                row.getString("completed_words"),
                enumValue(row, "stated", ActionState.class),
                row.getString("stated_reason"),
                date(row, "stated_on"));
    }

    private static List<PlanContents.SupportPerson> helpers(ResultSet row) throws SQLException {
        if (row.getArray("helper_ids") == null) {
            return List.of();
        }
        UUID[] ids = (UUID[]) row.getArray("helper_ids").getArray();
        String[] names = (String[]) row.getArray("helper_names").getArray();
        List<PlanContents.SupportPerson> helpers = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            helpers.add(new PlanContents.SupportPerson(ids[i], names[i]));
        }
        return helpers;
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static <E extends Enum<E>> @Nullable E enumValue(ResultSet row, String column, Class<E> among)
            throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(among, name);
    }
}
