package org.convergence.platform.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;

/** Inserts many rows at once by {@code COPY}. Triggers and constraints apply as for any insertion. */
public final class BulkCopy {

    private final String table;
    private final List<String> columns;
    private final StringBuilder text = new StringBuilder();

    /** @param columns in the order in which {@link #addRow} gives their values */
    public BulkCopy(String table, List<String> columns) {
        this.table = table;
        this.columns = List.copyOf(columns);
    }

    /**
     * Adds a row: texts, lists of texts, {@code null}, and values whose {@code toString} is their form in the database.
     */
    public void addRow(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            Object value = values[i];
            if (value == null) {
                text.append("\\N");
            } else {
                escape(value instanceof List<?> list ? array(list) : value.toString());
            }
        }
        text.append('\n');
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /**
     * Writes the rows within the running transaction, then clears them.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if a row violates a constraint
     */
    public void writeTo(DataSource source) {
        if (isEmpty()) {
            return;
        }
        String sql = "COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN";
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            var rows = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, rows);
            text.setLength(0);
        } catch (SQLException e) {
            var translated = new SQLErrorCodeSQLExceptionTranslator(source).translate("copy", sql, e);
            throw translated == null ? new UncategorizedSQLException("copy", sql, e) : translated;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static String array(List<?> list) {
        return list.stream()
                .map(each -> '"' + each.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\u0000' -> {}
                default -> text.append(c);
            }
        }
    }
}
