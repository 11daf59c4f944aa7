package org.convergence.platform.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.convergence.platform.audit.AuditEntry.FieldChange;
import org.convergence.platform.audit.AuditEntry.RowOperation;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.OpenedRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the audit. Tables are named with their schema, for instance {@code plan.actionplan_action}. Callers check that
 * the actor may see the row.
 */
@Component
public class AuditTrail {

    /** The table of the audit, for jobs that rewrite the texts of every table. */
    public static final String TABLE = "platform.audit_entry";

    /** The id under which the system acts. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a user or a use case ever changed a row of a database, which may be empty or of an earlier version. */
    public static boolean hasUserChanges(Connection connection) throws SQLException {
        return isTrue(connection, "SELECT to_regclass('platform.audit_entry') IS NOT NULL")
                && isTrue(
                        connection,
                        "SELECT EXISTS (SELECT FROM platform.audit_entry WHERE gesture <> '' OR actor <> '" + NOBODY
                                + "')");
    }

    private static boolean isTrue(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** The latest changes of a row, newest first. */
    public List<AuditEntry> findByRow(String table, UUID row, int limit) {
        return jdbc.sql("""
                        SELECT id, at, actor, actor_label, gesture, operation, before, after, redacted_reason
                        FROM platform.audit_entry WHERE table_name = ? AND row_id = ?
                        ORDER BY id DESC LIMIT ?
                        """)
                .params(table, row.toString(), limit)
                .query((rows, number) -> entry(rows))
                .list();
    }

    /** Whether a row of this key was deleted from a table, and not put back. */
    public boolean isDeleted(UUID row) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT FROM platform.audit_entry e WHERE e.row_id = :row AND e.operation = 'DELETE' AND NOT EXISTS (
                                SELECT FROM platform.audit_entry l
                                WHERE l.row_id = e.row_id AND l.table_name = e.table_name AND l.id > e.id))
                        """).param("row", row.toString()).query(Boolean.class).single();
    }

    /**
     * The row that an audit entry concerns.
     *
     * @param row its key; several columns are joined by a blank
     */
    public record AuditedRow(String table, String row) {}

    /** The rows that these entries concern, by entry id; one query. */
    public Map<Long, AuditedRow> findRows(Collection<Long> entries) {
        Map<Long, AuditedRow> found = new HashMap<>();
        jdbc.sql("SELECT id, table_name, row_id FROM platform.audit_entry WHERE id = ANY (?)")
                .param(entries.toArray(Long[]::new))
                .query((row, n) -> found.put(
                        row.getLong("id"), new AuditedRow(row.getString("table_name"), row.getString("row_id"))))
                .list();
        return found;
    }

    /**
     * The last account that changed each row, as far back as the audit reaches. Rows changed only by the system are
     * missing. One query; none without rows.
     */
    public Map<UUID, UUID> findLastActors(String table, Collection<UUID> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        Map<UUID, UUID> last = new HashMap<>();
        jdbc.sql("""
                        SELECT DISTINCT ON (row_id) row_id, actor FROM platform.audit_entry
                        WHERE table_name = :table AND row_id = ANY (:rows) AND actor IS NOT NULL
                        ORDER BY row_id, id DESC
                        """)
                .param("table", table)
                .param("rows", rows.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) ->
                        last.put(UUID.fromString(row.getString("row_id")), row.getObject("actor", UUID.class)))
                .list();
        return last;
    }

    /** The changes that made a new version of a row, from version {@code before} down, newest first. */
    public List<AuditEntry> findVersions(String table, UUID row, int before, int limit) {
        return jdbc.sql("""
                        SELECT id, at, actor, actor_label, gesture, operation, before, after, redacted_reason
                        FROM platform.audit_entry
                        WHERE table_name = ? AND row_id = ? AND operation <> 'DELETE' AND (after ->> 'version')::integer < ?
                        ORDER BY id DESC LIMIT ?
                        """)
                .params(table, row.toString(), before, limit)
                .query((rows, number) -> entry(rows))
                .list();
    }

    /**
     * The row at a version, by column names; empty if the audit does not reach back to it. Redacted values are missing.
     */
    public Optional<Json> findRowAtVersion(String table, UUID row, int version) {
        ObjectNode image = Json.empty().node().asObject();
        List<Json> changes = jdbc.sql("""
                        SELECT coalesce(after, '{}') FROM platform.audit_entry
                        WHERE table_name = ? AND row_id = ? AND operation <> 'DELETE'
                        ORDER BY id
                        """)
                .params(table, row.toString())
                .query((rows, number) -> Json.parse(rows.getString(1)))
                .list();
        for (Json change : changes) {
            image.setAll(change.node().asObject());
            if (image.path("version").asInt(-1) == version) {
                return Optional.of(new Json(image));
            }
        }
        return Optional.empty();
    }

    /** The row at the version on which a form was opened, and the author of the present one: the base of a conflict. */
    public OpenedRow findOpened(String table, UUID row, int version) {
        String who = findByRow(table, row, 1).stream()
                .findFirst()
                .map(AuditEntry::who)
                .orElse(null);
        return new OpenedRow(version, findRowAtVersion(table, row, version).orElseGet(Json::empty), who);
    }

    /**
     * Redacts values of an entry, for instance a name that must be erased; the entry itself stays.
     *
     * @param columns the columns to redact, all if the list is empty
     */
    public void redact(long entry, String reason, List<String> columns) {
        jdbc.sql("SELECT platform.audit_redact(?, ?, nullif(?::text[], '{}'))")
                .params(entry, reason, columns.toArray(String[]::new))
                .query((rows, number) -> true)
                .list();
    }

    /**
     * Redacts the same columns in all entries of some rows, whose keys have one or several columns.
     *
     * @param columns the columns to redact, all if the list is empty
     */
    public void redact(String table, List<String> rows, String reason, List<String> columns) {
        jdbc.sql("""
                        SELECT platform.audit_redact(id, ?, nullif(?::text[], '{}')) FROM platform.audit_entry
                        WHERE row_id = ANY (?::text[]) AND table_name = ?
                        """)
                .params(reason, columns.toArray(String[]::new), rows.toArray(String[]::new), table)
                .query((found, number) -> true)
                .list();
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        UUID actor = row.getObject("actor", UUID.class);
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                NOBODY.equals(actor) ? null : actor,
                row.getString("actor_label"),
                row.getString("gesture"),
                RowOperation.valueOf(row.getString("operation")),
                fields(image(row, "before"), image(row, "after")),
                row.getString("redacted_reason"));
    }

    private static @Nullable JsonNode image(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : Json.parse(text).node();
    }

    private static List<FieldChange> fields(@Nullable JsonNode before, @Nullable JsonNode after) {
        var names = new TreeSet<String>();
        for (JsonNode image : new ArrayList<>(List.of(orEmpty(before), orEmpty(after)))) {
            names.addAll(image.propertyNames());
        }
        return names.stream()
                .map(name -> new FieldChange(name, value(before, name), value(after, name)))
                .toList();
    }

    private static JsonNode orEmpty(@Nullable JsonNode image) {
        return Objects.requireNonNullElseGet(image, () -> Json.empty().node());
    }

    private static @Nullable JsonNode value(@Nullable JsonNode image, String name) {
        return image == null ? null : image.get(name);
    }
}
