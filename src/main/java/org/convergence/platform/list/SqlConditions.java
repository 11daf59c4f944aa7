package org.convergence.platform.list;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.search.FullTextQuery;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a query, added one by one with their parameters. Ids, enums and collections of them are passed as
 * they are and converted to the database's types.
 */
public final class SqlConditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private boolean selective;

    /** Adds a condition without a parameter. */
    public SqlConditions and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Adds a condition on a value; nothing if the value is null, blank or an empty collection. */
    public SqlConditions and(String condition, String parameter, @Nullable Object value) {
        return value == null || isEmpty(value) ? this : with(parameter, value).and(condition);
    }

    /**
     * Adds a condition or its contrary; nothing if {@code holds} is null. Which of them is written out: compared with a
     * parameter instead, the database could use no index for either.
     */
    public SqlConditions andWhether(String condition, @Nullable Boolean holds) {
        return holds == null ? this : and(holds ? "(" + condition + ")" : "NOT (" + condition + ")");
    }

    /**
     * As {@link #and(String, String, Object)}, for a condition that often selects few rows: these are then found before
     * they are sorted.
     */
    public SqlConditions andSelective(String condition, String parameter, @Nullable Object value) {
        selective |= value != null && !isEmpty(value);
        return and(condition, parameter, value);
    }

    /** Rows whose folded text contains what was typed, as it was typed; no condition if nothing was. */
    public SqlConditions andPassage(String folded, String typed) {
        return andSelective(folded + " LIKE '%' || platform.fold(:words) || '%'", "words", typed.strip());
    }

    /** Rows whose text search column matches the typed words; no condition if none were typed. */
    public SqlConditions andWords(String column, String typed) {
        if (typed.isBlank()) {
            return this;
        }
        selective = true;
        return FullTextQuery.parse(typed)
                .map(query -> and(FullTextQuery.matches(column), "words", query))
                .orElseGet(() -> and("false"));
    }

    /** Adds a parameter that the SELECT itself needs. */
    public SqlConditions with(String parameter, Object value) {
        parameters.put(parameter, toSqlValue(value));
        return this;
    }

    /** The clause with a leading blank; empty if there is no condition. */
    public String sql() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join("\n  AND ", conditions);
    }

    /** The parameters by name. */
    public Map<String, Object> parameters() {
        return parameters;
    }

    boolean isSelective() {
        return selective;
    }

    private static boolean isEmpty(Object value) {
        return value instanceof Collection<?> many
                ? many.isEmpty()
                : value.toString().isBlank();
    }

    private static Object toSqlValue(Object value) {
        if (value instanceof Identifier id) {
            return id.value();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Collection<?> many) {
            List<Object> each = many.stream()
                    .map(one -> toSqlValue(Objects.requireNonNull(one)))
                    .toList();
            boolean ids = !each.isEmpty() && each.get(0) instanceof UUID;
            return ids
                    ? each.toArray(UUID[]::new)
                    : each.stream().map(Object::toString).toArray(String[]::new);
        }
        return value;
    }
}
