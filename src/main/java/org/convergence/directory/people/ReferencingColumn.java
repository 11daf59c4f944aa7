package org.convergence.directory.people;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.platform.database.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Covers one column that references a person or an organisation. Where both records are already in the same place (both
 * took part in the same workshop), the duplicate's row is deleted, and comes back when the merge is undone.
 */
public final class ReferencingColumn implements IdentityReference {

    /** The treatment of rows that reference an erased person. */
    public enum ErasureRule {
        /** The rows stay; the person's own row holds no name. */
        KEEP,
        /** The rows stay, and the reference is set to null. */
        CLEAR,
        /** The rows are deleted, also from the history. */
        DELETE
    }

    private final JdbcClient db;
    private final String table;
    private final String column;
    private final List<String> rest;
    private final List<String> same;
    private final Class<? extends Party> kind;
    private final ErasureRule erasure;

    private ReferencingColumn(
            JdbcClient db,
            String table,
            String column,
            List<String> rest,
            List<String> same,
            Class<? extends Party> kind,
            ErasureRule erasure) {
        this.db = db;
        this.table = table;
        this.column = column;
        this.rest = List.copyOf(rest);
        this.same = List.copyOf(same);
        this.kind = kind;
        this.erasure = erasure;
    }

    /**
     * A column that references a person.
     *
     * @param table with its schema
     * @param rest the other identifying columns: {@code id}, or the rest of a key that includes the column
     */
    public static ReferencingColumn toPerson(
            JdbcClient db, String table, String column, List<String> rest, ErasureRule erasure) {
        return new ReferencingColumn(db, table, column, rest, rest, PersonId.class, erasure);
    }

    /** A column that references an organisation; parameters as in {@link #toPerson}. */
    public static ReferencingColumn toOrganisation(JdbcClient db, String table, String column, List<String> rest) {
        return new ReferencingColumn(db, table, column, rest, rest, OrganisationId.class, ErasureRule.KEEP);
    }

    /** A copy that compares rows by these columns: of two rows with equal values, a merge keeps only one. */
    public ReferencingColumn withDuplicateKey(List<String> columns) {
        return new ReferencingColumn(db, table, column, rest, columns, kind, erasure);
    }

    @Override
    public Set<String> columns() {
        return Set.of(table + "." + column);
    }

    @Override
    public Json repoint(Party duplicate, Party kept) {
        if (!kind.isInstance(duplicate)) {
            return Json.empty();
        }
        String sql = """
                WITH there AS (
                    DELETE FROM %1$s t USING %1$s k WHERE t.%2$s = :duplicate AND k.%2$s = :kept AND %3$s
                    RETURNING to_jsonb(t) AS line),
                moved AS (
                    UPDATE %1$s t SET %2$s = :kept WHERE t.%2$s = :duplicate
                      AND NOT EXISTS (SELECT FROM %1$s k WHERE k.%2$s = :kept AND %3$s)
                    RETURNING jsonb_build_object(%4$s) AS line)
                SELECT jsonb_build_object(
                    'moved', (SELECT coalesce(jsonb_agg(line), '[]') FROM moved),
                    'removed', (SELECT coalesce(jsonb_agg(line), '[]') FROM there))
                """;
        // Only the key of a moved row is kept: the row may hold data that must not be stored twice.
        String found = Stream.concat(Stream.of(column), rest.stream())
                .map(each -> "'" + each + "', t." + each)
                .collect(Collectors.joining(", "));
        return db.sql(sql.formatted(table, column, agree("k", same), found))
                .param("duplicate", duplicate.value())
                .param("kept", kept.value())
                .query((row, n) -> Json.parse(row.getString(1)))
                .single();
    }

    @Override
    public void restore(Party duplicate, Json before) {
        JsonNode moved = before.node().path("moved");
        JsonNode removed = before.node().path("removed");
        if (!moved.isEmpty()) {
            db.sql(
                            ("UPDATE %1$s t SET %2$s = :duplicate FROM jsonb_populate_recordset(NULL::%1$s, CAST(:rows AS jsonb)) b"
                                            + " WHERE t.%2$s = b.%2$s AND %3$s")
                                    .formatted(table, column, agree("b", rest)))
                    .param("duplicate", duplicate.value())
                    .param("rows", moved.toString())
                    .update();
        }
        if (!removed.isEmpty()) {
            new RemovedRows(db, table).bringBack(new Json(removed));
        }
    }

    private static String agree(String other, List<String> columns) {
        return columns.isEmpty()
                ? "true"
                : columns.stream()
                        .map(each -> other + "." + each + " IS NOT DISTINCT FROM t." + each)
                        .collect(Collectors.joining(" AND "));
    }

    @Override
    public void erase(PersonId person) {
        if (kind != PersonId.class || erasure == ErasureRule.KEEP) {
            return;
        }
        String sql = erasure == ErasureRule.DELETE
                ? "DELETE FROM %1$s WHERE %2$s = :person"
                : "UPDATE %1$s SET %2$s = NULL WHERE %2$s = :person";
        db.sql(sql.formatted(table, column)).param("person", person.value()).update();
        if (erasure == ErasureRule.DELETE) {
            new RemovedRows(db, table).forget(column, person);
        }
    }

    @Override
    public List<Json> export(PersonId person) {
        if (kind != PersonId.class) {
            return List.of();
        }
        return db.sql("SELECT to_jsonb(t) FROM %1$s t WHERE %2$s = :person".formatted(table, column))
                .param("person", person.value())
                .query((row, n) -> Json.parse(row.getString(1)))
                .list();
    }
}
