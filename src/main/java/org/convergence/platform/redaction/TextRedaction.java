package org.convergence.platform.redaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.convergence.platform.database.DatabaseServer;
import org.springframework.stereotype.Component;

/**
 * Goes through the texts of every table, found in the database's catalogue, so that none is forgotten which a later room
 * adds. What refuses to be changed otherwise (what is filed, signed, only added to) is changed too, as the owner, and the
 * history is not told what stood there.
 */
@Component
public class TextRedaction {

    private final DatabaseServer server;

    TextRedaction(DatabaseServer server) {
        this.server = server;
    }

    private enum Shape {
        TEXT,
        TEXTS,
        JSON
    }

    private record Column(String name, Shape shape) {

        String replaced() {
            String column = "t." + name;
            return switch (shape) {
                case TEXT -> "regexp_replace(" + column + ", p.regex, p.stand, 'gi')";
                case JSON -> "CAST(regexp_replace(CAST(" + column + " AS text), p.regex, p.stand, 'gi') AS jsonb)";
                case TEXTS ->
                    "ARRAY(SELECT regexp_replace(e.one, p.regex, p.stand, 'gi') FROM unnest(" + column
                            + ") WITH ORDINALITY AS e (one, place) ORDER BY e.place)";
            };
        }

        String found() {
            return "CAST(t." + name + " AS text) ~* p.regex";
        }
    }

    /** All tables, the history last, since a change of another would be remembered there. */
    public List<String> tables() {
        try (Connection owner = server.owner().connect();
                Statement statement = owner.createStatement();
                var rows = statement.executeQuery("""
                        SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
                          AND pg_get_userbyid(c.relowner) = current_user
                          AND c.oid <> 'platform.flyway_history'::regclass
                        ORDER BY c.oid = 'platform.audit_entry'::regclass, 1
                        """)) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Lets something else stand for the names in a table.
     *
     * @param standIn a word of letters, figures and dashes
     * @return how many rows were changed
     * @throws IllegalStateException where a rule of the table forbids what would stand there
     */
    public int through(String table, NamePattern names, String standIn) {
        try (Connection owner = server.owner().connect()) {
            List<Column> columns = columns(owner, table);
            if (columns.isEmpty() || count(owner, table, columns, names) == 0) {
                return 0;
            }
            owner.setAutoCommit(false);
            execute(owner, "SET LOCAL lock_timeout = '20s'");
            execute(owner, "ALTER TABLE " + table + " DISABLE TRIGGER USER");
            int changed = change(owner, table, columns, names, standIn);
            execute(owner, "ALTER TABLE " + table + " ENABLE TRIGGER USER");
            owner.commit();
            return changed;
        } catch (SQLException e) {
            // Its text would carry the row.
            throw new IllegalStateException("The table " + table + " keeps a name: " + e.getSQLState());
        }
    }

    /** How many rows of a table still hold one of the names. */
    public int holding(String table, NamePattern names) {
        try (Connection owner = server.owner().connect()) {
            List<Column> columns = columns(owner, table);
            return columns.isEmpty() ? 0 : count(owner, table, columns, names);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Column> columns(Connection owner, String table) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement("""
                SELECT quote_ident(a.attname), a.atttypid::regtype::text FROM pg_attribute a
                WHERE a.attrelid = CAST(? AS regclass) AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                  AND a.atttypid IN ('text'::regtype, 'character varying'::regtype, 'text[]'::regtype, 'jsonb'::regtype)
                ORDER BY a.attnum
                """)) {
            statement.setString(1, table);
            List<Column> columns = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    Shape shape =
                            switch (rows.getString(2)) {
                                case "jsonb" -> Shape.JSON;
                                case "text[]" -> Shape.TEXTS;
                                default -> Shape.TEXT;
                            };
                    columns.add(new Column(rows.getString(1), shape));
                }
            }
            return columns;
        }
    }

    private static String anywhere(List<Column> columns) {
        return columns.stream().map(Column::found).collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static int count(Connection owner, String table, List<Column> columns, NamePattern names)
            throws SQLException {
        String sql =
                "SELECT count(*) FROM " + table + " t, (SELECT CAST(? AS text) AS regex) p WHERE " + anywhere(columns);
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            statement.setString(1, names.regex());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static int change(Connection owner, String table, List<Column> columns, NamePattern names, String standIn)
            throws SQLException {
        String sql = "UPDATE " + table + " t SET "
                + columns.stream()
                        .map(each -> each.name() + " = CASE WHEN " + each.found() + " THEN " + each.replaced()
                                + " ELSE t." + each.name() + " END")
                        .collect(Collectors.joining(", "))
                + " FROM (SELECT CAST(? AS text) AS regex, CAST(? AS text) AS stand) p WHERE " + anywhere(columns);
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            statement.setString(1, names.regex());
            statement.setString(2, standIn);
            return statement.executeUpdate();
        }
    }

    private static void execute(Connection owner, String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
