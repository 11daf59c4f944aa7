package org.convergence.platform.redaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column that contains text.
 *
 * @param name as quoted in SQL
 * @param type {@code text}, {@code text[]} or {@code jsonb}
 */
record TextColumn(String name, String type) {

    /** All stored text columns of a table. */
    static List<TextColumn> findAll(Connection owner, String table) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement("""
                SELECT quote_ident(a.attname), a.atttypid::regtype::text FROM pg_attribute a
                WHERE a.attrelid = CAST(? AS regclass) AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                  AND a.atttypid IN ('text'::regtype, 'character varying'::regtype, 'text[]'::regtype, 'jsonb'::regtype)
                ORDER BY a.attnum
                """)) {
            statement.setString(1, table);
            List<TextColumn> columns = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(new TextColumn(rows.getString(1), rows.getString(2)));
                }
            }
            return columns;
        }
    }

    /**
     * The key of a table's rows.
     *
     * @param written SQL that formats the key as JSON
     * @param asked SQL that compares it with {@code k.key}
     */
    record RowKey(String written, String asked) {}

    /** The key of a table's rows; empty if there is none, or it is text, which may be a name. */
    static Optional<RowKey> findKey(Connection owner, String table) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement("""
                SELECT quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
                       a.atttypid IN ('uuid'::regtype, 'integer'::regtype, 'bigint'::regtype, 'smallint'::regtype,
                                      'date'::regtype, 'timestamptz'::regtype)
                FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
                WHERE i.indrelid = CAST(? AS regclass) AND i.indisprimary ORDER BY a.attnum
                """)) {
            statement.setString(1, table);
            List<String> columns = new ArrayList<>();
            List<String> asked = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (!rows.getBoolean(3)) {
                        return Optional.empty();
                    }
                    asked.add("t." + rows.getString(1) + " = CAST(k.key ->> " + columns.size() + " AS "
                            + rows.getString(2) + ")");
                    columns.add("t." + rows.getString(1));
                }
            }
            return columns.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RowKey(
                            "jsonb_build_array(" + String.join(", ", columns) + ")::text",
                            String.join(" AND ", asked)));
        }
    }

    /** The SQL expression of its text, joined for arrays. */
    String selectExpression() {
        return type.equals("text[]") ? "to_jsonb(t." + name + ")::text" : "t." + name + "::text";
    }

    /** Whether it is one text, neither a list nor JSON. */
    boolean isPlain() {
        return !type.equals("jsonb") && !type.equals("text[]");
    }

    String assignment() {
        return name
                + switch (type) {
                    case "jsonb" -> " = CAST(? AS jsonb)";
                    case "text[]" -> " = ARRAY(SELECT jsonb_array_elements_text(CAST(? AS jsonb)))";
                    default -> " = ?";
                };
    }
}
