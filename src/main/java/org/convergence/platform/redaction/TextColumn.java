package org.convergence.platform.redaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A column that contains text.
 *
 * @param name as quoted in SQL
 * @param type {@code text}, {@code text[]} or {@code jsonb}
 */
record TextColumn(String name, String type) {

    /** The name of a table as code writes it: the server puts quotes around words that it reserves. */
    static String unquoted(String table) {
        return table.replace("\"", "");
    }

    /** All stored text columns of the owner's tables, by table, unquoted; of a table without any, an empty list. */
    static Map<String, List<TextColumn>> findAll(Connection owner) throws SQLException {
        Map<String, List<TextColumn>> columns = new HashMap<>();
        try (Statement statement = owner.createStatement();
                var rows = statement.executeQuery("""
                SELECT c.oid::regclass::text, quote_ident(a.attname), a.atttypid::regtype::text
                FROM pg_class c LEFT JOIN pg_attribute a
                  ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                 AND a.atttypid IN ('text'::regtype, 'character varying'::regtype, 'text[]'::regtype, 'jsonb'::regtype)
                WHERE c.relkind = 'r' AND pg_get_userbyid(c.relowner) = current_user
                ORDER BY c.oid, a.attnum
                """)) {
            while (rows.next()) {
                List<TextColumn> ofTable =
                        columns.computeIfAbsent(unquoted(rows.getString(1)), table -> new ArrayList<>());
                if (rows.getString(2) != null) {
                    ofTable.add(new TextColumn(rows.getString(2), rows.getString(3)));
                }
            }
        }
        return columns;
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
