package org.convergence.platform.database;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes rows with the columns {@code id} and {@code version}, for modules that keep no aggregates. */
public final class VersionedRow {

    private VersionedRow() {}

    /**
     * The components of a record by column, as stored: what {@link RecordMapper} reads from {@code opened_on} is {@code
     * openedOn}. Money is its amount, and the column {@code currency}. More
     * columns may be added. They serve as the parameters of a statement too.
     *
     * @param except components that no column holds, such as lists of records
     */
    public static Map<String, @Nullable Object> values(Record facts, String... except) {
        List<String> left = List.of(except);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (RecordComponent each : facts.getClass().getRecordComponents()) {
            if (left.contains(each.getName())) {
                continue;
            }
            Object value = read(each, facts);
            if (value instanceof Money money) {
                values.put("currency", money.getCurrencyUnit().getCode());
                value = money.getAmount();
            }
            values.put(RecordMapper.column(each.getName()), stored(value));
        }
        return values;
    }

    /**
     * Inserts a row.
     *
     * @param table with its schema
     * @param values by column, as for {@link #save}
     * @return its id
     */
    public static UUID insert(JdbcClient db, String table, Map<String, ? extends @Nullable Object> values) {
        return insert(db, table, Ids.next(), values);
    }

    /** Inserts a row whose id is known before. */
    public static UUID insert(JdbcClient db, String table, UUID id, Map<String, ? extends @Nullable Object> values) {
        String columns = String.join(", ", values.keySet());
        String parameters = String.join(", :", values.keySet());
        write(db.sql("INSERT INTO %s (id, %s) VALUES (:id, :%s)".formatted(table, columns, parameters)), id, values);
        return id;
    }

    /** The same for a typed id. */
    public static UUID save(
            JdbcClient db,
            String table,
            @Nullable Identifier id,
            int version,
            Map<String, ? extends @Nullable Object> values) {
        return save(db, table, id == null ? null : id.value(), version, values);
    }

    /**
     * Inserts a row, or updates it at the version on which its form was opened.
     *
     * @param table with its schema
     * @param id {@code null} for a new row
     * @param values by column; ids, constants, instants and lists of text are written as stored
     * @throws EditConflict if it was changed meanwhile
     */
    public static UUID save(
            JdbcClient db,
            String table,
            @Nullable UUID id,
            int version,
            Map<String, ? extends @Nullable Object> values) {
        if (id == null) {
            return insert(db, table, values);
        }
        String assignments =
                values.keySet().stream().map(each -> each + " = :" + each).collect(Collectors.joining(", "));
        JdbcClient.StatementSpec update = db.sql(
                        "UPDATE %s SET version = version + 1, %s WHERE id = :id AND version = :version"
                                .formatted(table, assignments))
                .param("version", version);
        if (write(update, id, values) == 0) {
            throw new EditConflict(table, id, version);
        }
        return id;
    }

    private static int write(
            JdbcClient.StatementSpec statement, UUID id, Map<String, ? extends @Nullable Object> values) {
        statement.param("id", id);
        values.forEach((column, value) -> statement.param(column, stored(value)));
        return statement.update();
    }

    private static @Nullable Object read(RecordComponent component, Record from) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object stored(@Nullable Object value) {
        if (value instanceof Identifier id) {
            return id.value();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Instant instant) {
            return SqlTime.at(instant);
        }
        return value instanceof Collection<?> texts
                ? texts.stream().map(VersionedRow::stored).toArray(String[]::new)
                : value;
    }
}
