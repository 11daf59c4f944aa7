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
 * stand-in; a text that would become too long is shortened outside of it. A row that is refused nevertheless is left.
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
        int number = 1;
        // No text shortened, then each alone, then all.
        int shortened = -1;
        while (number < MOST_ALIKE && shortened <= columns.size()) {
            String refused = attempt(row, values, number == 1 ? standIn : standIn + " (" + number + ")", shortened);
            if (refused == null) {
                return true;
            }
            if (refused.equals(DUPLICATE)) {
                number++;
            } else {
                shortened++;
            }
        }
        left.add(placeAndKey.substring(end));
        return true;
    }

    /** The state by which a rule refuses the row; {@code null} if it does not. */
    private @Nullable String attempt(String row, @Nullable String[] values, String instead, int shortened)
            throws SQLException {
        Savepoint before = owner.setSavepoint();
        try {
            if (write(owner, table, columns, row, values, (place, text) -> {
                String said = names.replace(text, instead);
                boolean shorter = shortened == place || shortened == columns.size();
                return shorter && columns.get(place).isPlain() ? fit(said, instead, text) : said;
            })) {
                changed++;
            }
            owner.releaseSavepoint(before);
            return null;
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (!state.startsWith("22") && !state.startsWith("23")) {
                throw e;
            }
            owner.rollback(before);
            return state;
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

    /** Rewrites the texts of the row at a place; false if unchanged. */
    static boolean write(
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
            return false;
        }
        try (PreparedStatement update = owner.prepareStatement(
                "UPDATE " + table + " SET " + String.join(", ", sets) + " WHERE ctid = CAST(? AS tid)")) {
            for (int i = 0; i < texts.size(); i++) {
                update.setString(i + 1, texts.get(i));
            }
            update.setString(texts.size() + 1, row);
            return update.executeUpdate() > 0;
        }
    }
}
