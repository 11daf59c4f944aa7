package org.convergence.platform.redaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the names in the rows of a table one by one. Of rows that would become equal, the next has a number behind the
 * stand-in; a text that would become too long is shortened outside of it. Of a row that is refused nevertheless, only the
 * columns that a rule keeps are left.
 */
final class RowRewriter {

    private static final int MOST_ALIKE = 100;
    private static final String DUPLICATE = "23505";

    private final Connection owner;
    private final String table;
    private final List<TextColumn> columns;
    private final NameSpellings names;
    private final String standIn;
    private final List<String> left = new ArrayList<>();
    private int changed;

    RowRewriter(Connection owner, String table, List<TextColumn> columns, NameSpellings names, String standIn) {
        this.owner = owner;
        this.table = table;
        this.columns = columns;
        this.names = names;
        this.standIn = standIn;
    }

    /** The SQL expression of a row's place, which is in brackets, followed by its key. */
    static String key(Connection owner, String table) throws SQLException {
        String key =
                TextColumn.findKey(owner, table).map(TextColumn.RowKey::written).orElse("''");
        return "t.ctid::text || " + key;
    }

    RedactionPass.TableResult result() {
        return new RedactionPass.TableResult(changed, List.copyOf(left));
    }

    boolean rewrite(String placeAndKey, @Nullable String[] values) throws SQLException {
        if (Arrays.stream(values).noneMatch(text -> text != null && names.isIn(text))) {
            return true;
        }
        int end = placeAndKey.indexOf(')') + 1;
        String row = placeAndKey.substring(0, end);
        String moved = change(row, values);
        if (moved == null) {
            left.add(placeAndKey.substring(end));
            moved = changeEachColumn(row, values);
        }
        changed += moved.equals(row) ? 0 : 1;
        return true;
    }

    /** The place of the row once each column is changed alone, as far as rules allow. */
    private String changeEachColumn(String row, @Nullable String[] values) throws SQLException {
        String place = row;
        for (int i = 0; i < values.length; i++) {
            @Nullable String[] one = new @Nullable String[values.length];
            one[i] = values[i];
            String moved = change(place, one);
            place = moved == null ? place : moved;
        }
        return place;
    }

    /** The place of the row once its texts are changed, which may be the same; {@code null} if a rule refuses it. */
    private @Nullable String change(String row, @Nullable String[] values) throws SQLException {
        int number = 1;
        // No text shortened, then each alone, then all.
        int shortened = -1;
        while (number < MOST_ALIKE && shortened <= columns.size()) {
            RowChange attempt = attempt(row, values, number == 1 ? standIn : standIn + " (" + number + ")", shortened);
            if (attempt.refused().isEmpty()) {
                return attempt.place();
            }
            if (attempt.refused().equals(DUPLICATE)) {
                number++;
            } else {
                shortened++;
            }
        }
        return null;
    }

    /**
     * An attempt to change a row.
     *
     * @param place where the row is then
     * @param refused the state by which a rule refuses it; empty if it does not
     */
    private record RowChange(String place, String refused) {}

    private RowChange attempt(String row, @Nullable String[] values, String instead, int shortened)
            throws SQLException {
        Savepoint before = owner.setSavepoint();
        try {
            String place = write(owner, table, columns, row, values, (column, text) -> {
                String said = names.replace(text, instead);
                boolean shorter = shortened == column || shortened == columns.size();
                return shorter && columns.get(column).isPlain() ? fit(said, instead, text) : said;
            });
            owner.releaseSavepoint(before);
            return new RowChange(place, "");
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (!state.startsWith("22") && !state.startsWith("23")) {
                throw e;
            }
            owner.rollback(before);
            return new RowChange(row, state);
        }
    }

    /** The text is certainly not too long if it is as long as before. */
    private String fit(String said, String instead, String before) throws SQLException {
        try (PreparedStatement select = owner.prepareStatement("SELECT platform.shortened(?, ?, length(?))")) {
            select.setString(1, said);
            select.setString(2, instead);
            select.setString(3, before);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : said;
            }
        }
    }

    /** Rewrites a text of one row. */
    interface TextChange {
        String apply(int column, String text) throws SQLException;
    }

    /** Rewrites the texts of the row at a place; returns where it is then, which is the same place if unchanged. */
    static String write(
            Connection owner,
            String table,
            List<TextColumn> columns,
            String row,
            @Nullable String[] values,
            TextChange replaced)
            throws SQLException {
        List<String> sets = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            String text = values[i];
            String said = text == null ? null : replaced.apply(i, text);
            if (said != null && !said.equals(text)) {
                sets.add(columns.get(i).assignment());
                texts.add(said);
            }
        }
        if (sets.isEmpty()) {
            return row;
        }
        try (PreparedStatement update = owner.prepareStatement("UPDATE " + table + " SET " + String.join(", ", sets)
                + " WHERE ctid = CAST(? AS tid) RETURNING ctid::text")) {
            for (int i = 0; i < texts.size(); i++) {
                update.setString(i + 1, texts.get(i));
            }
            update.setString(texts.size() + 1, row);
            try (ResultSet moved = update.executeQuery()) {
                return moved.next() ? moved.getString(1) : row;
            }
        }
    }
}
