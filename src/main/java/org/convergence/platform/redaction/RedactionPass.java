package org.convergence.platform.redaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.convergence.platform.audit.AuditTrail;
import org.jspecify.annotations.Nullable;

/** A redaction of several tables on one connection. */
public final class RedactionPass implements AutoCloseable {

    private static final int ROWS = 500;

    private final Connection owner;

    /** The columns of each table by its name without quotes, read once: tables do not change while the application runs. */
    private final Map<String, List<TextColumn>> columns;

    RedactionPass(Connection owner) throws SQLException {
        this.owner = owner;
        owner.setAutoCommit(false);
        this.columns = TextColumn.findAll(owner);
        owner.rollback();
    }

    private List<TextColumn> columns(String table) {
        List<TextColumn> known = columns.get(TextColumn.unquoted(table));
        if (known == null) {
            throw new IllegalArgumentException("no table " + table);
        }
        return known;
    }

    /** All tables, the audit last, since changes of the others would be recorded there. */
    public List<String> tables() {
        try (Statement statement = owner.createStatement();
                var rows = statement.executeQuery("""
                    SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%%' AND n.nspname <> 'information_schema'
                      AND pg_get_userbyid(c.relowner) = current_user
                      AND c.oid <> 'platform.flyway_history'::regclass
                    ORDER BY c.oid = '%s'::regclass, 1
                    """.formatted(AuditTrail.TABLE))) {
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
     * The result of a replacement in a table.
     *
     * @param changed the number of rows changed
     * @param left the keys of the rows that a rule of the database keeps unchanged; an empty key if it is text
     */
    public record TableResult(int changed, List<String> left) {}

    /**
     * Replaces the names in a table that is known to contain them. A row that a rule refuses is left; the others change.
     *
     * @param kept rows of others who have the same name
     * @param standIn a word of letters, figures and dashes
     * @throws LockedTableException if another session locks the table
     * @throws IllegalStateException if the table cannot be changed at all
     */
    public TableResult replace(String table, KeptRecords kept, NameSpellings names, String standIn) {
        return replace(table, kept.condition(table), column -> true, text -> true, names, standIn);
    }

    /** Replaces the names in some columns, which may contain none. */
    public TableResult replace(String table, Set<String> columns, NameSpellings names, String standIn) {
        return replace(table, "true", columns::contains, names::isIn, names, standIn);
    }

    /** Replaces the names in the audit of some tables. */
    public TableResult replaceInHistory(Set<String> tables, NameSpellings names, String standIn) {
        String rows = tables.stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "));
        return replace(
                AuditTrail.TABLE,
                "t.table_name IN (" + rows + ")",
                Set.of("before", "after")::contains,
                names::isIn,
                names,
                standIn);
    }

    private TableResult replace(
            String table,
            String rows,
            Predicate<String> which,
            Predicate<String> found,
            NameSpellings names,
            String standIn) {
        try {
            List<TextColumn> columns = columns(table).stream()
                    .filter(each -> which.test(each.name()))
                    .toList();
            if (columns.isEmpty() || !any(table, rows, columns, found)) {
                return new TableResult(0, List.of());
            }
            execute("SET LOCAL lock_timeout = '20s'");
            execute("SET CONSTRAINTS ALL IMMEDIATE");
            execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
            var rewriter = new RowRewriter(owner, table, columns, names, standIn);
            each(table, rows, RowRewriter.key(owner, table), columns, rewriter::rewrite);
            execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
            owner.commit();
            return rewriter.result();
        } catch (SQLException e) {
            throw LockedTableException.orUnchanged(table, e);
        } finally {
            rollback();
        }
    }

    /** Passes on the texts of a table, with an empty key if its key is text, which may be a name. */
    public void read(String table, Consumer<TextRedaction.FoundText> found) {
        try {
            List<TextColumn> columns = columns(table);
            if (columns.isEmpty()) {
                return;
            }
            String key = TextColumn.findKey(owner, table)
                    .map(TextColumn.RowKey::written)
                    .orElse("''");
            each(table, "true", key, columns, (row, values) -> {
                for (int i = 0; i < values.length; i++) {
                    String text = values[i];
                    if (text != null && !text.isEmpty()) {
                        String column = columns.get(i).name();
                        found.accept(new TextRedaction.FoundText(
                                table, row, column, text, NameColumns.whole(column, text, columns, values)));
                    }
                }
                return true;
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            rollback();
        }
    }

    /** The number of rows of a table that name the person in full, also with the words apart. */
    public int count(String table, NameSpellings names) {
        int[] rows = {0};
        try {
            List<TextColumn> columns = columns(table);
            if (!columns.isEmpty()) {
                each(table, "true", "''", columns, (key, values) -> {
                    rows[0] += Arrays.stream(values).anyMatch(text -> text != null && names.isPossiblyIn(text)) ? 1 : 0;
                    return true;
                });
            }
            return rows[0];
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            rollback();
        }
    }

    /** The text of one column of one row; empty if it no longer has any. */
    public Optional<String> text(String table, String key, String column) {
        try {
            return at(table, key, column).map(CellText::text);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            rollback();
        }
    }

    /** Rewrites one column of one row; false if unchanged. */
    public boolean replaceAt(String table, String key, String column, Function<String, String> replaced) {
        try {
            execute("SET LOCAL lock_timeout = '20s'");
            execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
            Optional<CellText> at = at(table, key, column);
            boolean changed = at.isPresent()
                    && !at.get()
                            .row()
                            .equals(RowRewriter.write(
                                    owner,
                                    table,
                                    List.of(at.get().column()),
                                    at.get().row(),
                                    new String[] {at.get().text()},
                                    (place, text) -> replaced.apply(text)));
            execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
            owner.commit();
            return changed;
        } catch (SQLException e) {
            throw LockedTableException.orUnchanged(table, e);
        } finally {
            rollback();
        }
    }

    private record CellText(TextColumn column, String row, String text) {}

    private Optional<CellText> at(String table, String key, String column) throws SQLException {
        Optional<TextColumn.RowKey> known = TextColumn.findKey(owner, table);
        Optional<TextColumn> named = columns(table).stream()
                .filter(each -> each.name().equals(column))
                .findFirst();
        if (known.isEmpty() || named.isEmpty()) {
            return Optional.empty();
        }
        try (PreparedStatement select = owner.prepareStatement("SELECT t.ctid::text, "
                + named.get().selectExpression() + " FROM " + table + " t, (SELECT CAST(? AS jsonb) AS key) k WHERE "
                + known.get().asked())) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getString(2) != null
                        ? Optional.of(new CellText(named.get(), row.getString(1), row.getString(2)))
                        : Optional.empty();
            }
        }
    }

    private interface RowHandler {
        boolean row(String key, @Nullable String[] values) throws SQLException;
    }

    private boolean any(String table, String rows, List<TextColumn> columns, Predicate<String> asked)
            throws SQLException {
        boolean[] any = {false};
        each(table, rows, "''", columns, (key, values) -> {
            for (String each : values) {
                any[0] |= each != null && asked.test(each);
            }
            return !any[0];
        });
        return any[0];
    }

    private void each(String table, String which, String key, List<TextColumn> columns, RowHandler rows)
            throws SQLException {
        String texts = columns.stream().map(TextColumn::selectExpression).collect(Collectors.joining(", "));
        try (Statement statement = owner.createStatement()) {
            statement.setFetchSize(ROWS);
            try (ResultSet row =
                    statement.executeQuery("SELECT " + key + ", " + texts + " FROM " + table + " t WHERE " + which)) {
                while (row.next() && rows.row(row.getString(1), values(row, columns))) {
                    // Until enough is known.
                }
            }
        }
    }

    private static @Nullable String[] values(ResultSet row, List<TextColumn> columns) throws SQLException {
        @Nullable String[] values = new String[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.getString(i + 2);
        }
        return values;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private void rollback() {
        try {
            owner.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            owner.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
