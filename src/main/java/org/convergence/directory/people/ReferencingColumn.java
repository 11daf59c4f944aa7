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
 *
 * @param table with its schema
 * @param rest the other identifying columns: {@code id}, or the rest of a key that includes the column
 * @param same the columns that tell whether both records are in the same place
 * @param kind {@link PersonId} or {@link OrganisationId}
 */
public record ReferencingColumn(
        JdbcClient db,
        String table,
        String column,
        List<String> rest,
        List<String> same,
        Class<? extends Party> kind,
        ErasureRule erasure)
        implements IdentityReference {

    /** The treatment of rows that reference an erased person. */
    public enum ErasureRule {
        /** The rows stay; the person's own row holds no name. */
        KEEP,
        /** The rows stay, and the reference is set to null. */
        CLEAR,
        /** The rows are deleted, also from the history. */
        DELETE
    }

    /** A column that references a person, in a table with an {@code id}. */
    public static ReferencingColumn toPerson(JdbcClient db, String table, String column, ErasureRule erasure) {
        return toPerson(db, table, column, List.of("id"), erasure);
    }

    /** A column that references a person. */
    public static ReferencingColumn toPerson(
            JdbcClient db, String table, String column, List<String> rest, ErasureRule erasure) {
        return new ReferencingColumn(db, table, column, rest, rest, PersonId.class, erasure);
    }

    /** A column that references an organisation, in a table with an {@code id}. */
    public static ReferencingColumn toOrganisation(JdbcClient db, String table, String column) {
        return toOrganisation(db, table, column, List.of("id"));
    }

    /** A column that references an organisation. */
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
            bringBack(new Json(removed));
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
            forget(column, person);
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

    /** Restores the rows; those inserted again meanwhile, or whose references are gone, stay out. */
    void bringBack(Json rows) {
        String columns = String.join(
                ", ",
                db.sql("""
                        SELECT quote_ident(attname) FROM pg_attribute
                        WHERE attrelid = CAST(:table AS regclass) AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                          AND jsonb_exists(CAST(:rows AS jsonb) -> 0, attname::text)
                        ORDER BY attnum
                        """)
                        .param("table", table)
                        .param("rows", rows.toString())
                        .query(String.class)
                        .list());
        String whole = String.join(" AND ", targets());
        db.sql(("INSERT INTO %1$s (%2$s) SELECT %2$s FROM jsonb_populate_recordset(NULL::%1$s, CAST(:rows AS jsonb)) b"
                                + (whole.isEmpty() ? "" : " WHERE ")
                                + whole
                                + " ON CONFLICT DO NOTHING")
                        .formatted(table, columns))
                .param("rows", rows.toString())
                .update();
    }

    /** One condition for each single-column key: the target exists, and is not an erased person. */
    private List<String> targets() {
        return db.sql("""
                        SELECT format('(b.%1$I IS NULL OR EXISTS (SELECT FROM %2$s r WHERE r.%3$I = b.%1$I%4$s))',
                                      here.attname, c.confrelid::regclass, there.attname,
                                      CASE WHEN c.confrelid = 'directory.people_person'::regclass
                                           THEN ' AND r.forgotten_at IS NULL' ELSE '' END)
                        FROM pg_constraint c
                        JOIN pg_attribute here ON here.attrelid = c.conrelid AND here.attnum = c.conkey[1]
                        JOIN pg_attribute there ON there.attrelid = c.confrelid AND there.attnum = c.confkey[1]
                        WHERE c.contype = 'f' AND c.conrelid = CAST(:table AS regclass) AND cardinality(c.conkey) = 1
                        """).param("table", table).query(String.class).list();
    }

    /** Erases the history of the rows that referenced a person. */
    void forget(String column, PersonId person) {
        db.sql("""
                        WITH hers AS (
                            SELECT DISTINCT row_id FROM platform.audit_change
                            WHERE table_name = :table
                              AND :person IN (before ->> CAST(:column AS text), after ->> CAST(:column AS text)))
                        SELECT platform.audit_redact(e.id, :reason, NULL)
                        FROM platform.audit_change e JOIN hers USING (row_id) WHERE e.table_name = :table
                        """)
                .param("table", table)
                .param("column", column)
                .param("person", person.value().toString())
                .param("reason", IdentityReference.WITHOUT)
                .query((row, n) -> true)
                .list();
    }
}
