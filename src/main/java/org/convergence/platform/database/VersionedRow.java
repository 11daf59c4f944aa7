package org.convergence.platform.database;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes rows with the columns {@code id} and {@code version}, for modules that keep no aggregates. */
public final class VersionedRow {

    private VersionedRow() {}

    /**
     * Inserts a row, or updates it at the version on which its form was opened.
     *
     * @param table with its schema
     * @param id {@code null} for a new row
     * @param values by column; ids and constants are written as stored
     * @throws EditConflict if it was changed meanwhile
     */
    public static UUID save(
            JdbcClient db,
            String table,
            @Nullable UUID id,
            int version,
            Map<String, ? extends @Nullable Object> values) {
        List<String> columns = List.copyOf(values.keySet());
        UUID row = id == null ? Ids.next() : id;
        String sql = id == null
                ? "INSERT INTO %s (id, %s) VALUES (:id, :%s)"
                        .formatted(table, String.join(", ", columns), String.join(", :", columns))
                : "UPDATE %s SET version = version + 1, %s WHERE id = :id AND version = :version"
                        .formatted(
                                table,
                                columns.stream()
                                        .map(each -> each + " = :" + each)
                                        .collect(Collectors.joining(", ")));
        JdbcClient.StatementSpec statement = db.sql(sql).param("id", row).param("version", version);
        for (String column : columns) {
            statement = statement.param(column, stored(values.get(column)));
        }
        if (statement.update() == 0) {
            throw new EditConflict(table, row, version);
        }
        return row;
    }

    private static @Nullable Object stored(@Nullable Object value) {
        return value instanceof Identifier id
                ? id.value()
                : value instanceof Enum<?> constant ? constant.name() : value;
    }
}
