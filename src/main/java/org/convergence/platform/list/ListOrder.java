package org.convergence.platform.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.database.Keyset.KeysetValueType;
import org.jspecify.annotations.Nullable;

/**
 * An order of a list: its name in the address, and its sort columns, all in one direction so that one index serves both
 * directions. The id comes last. No column may be null.
 *
 * @param name the value of the parameter {@code sort}
 */
public record ListOrder<R>(String name, boolean isDescending, List<SortKey<R>> keys) {

    /** Québec's order of names, whatever the server's locale. */
    private static final String COLLATED = " COLLATE \"fr-CA-x-icu\"";

    /**
     * A sort column.
     *
     * @param value a row's value in it
     */
    record SortKey<R>(String column, KeysetValueType part, String type, Function<R, Object> value) {}

    public ListOrder {
        keys = List.copyOf(keys);
    }

    /** Smallest first. */
    public static <R> ListOrder<R> ascending(String name) {
        return new ListOrder<>(name, false, List.of());
    }

    /** Largest, or latest, first. */
    public static <R> ListOrder<R> descending(String name) {
        return new ListOrder<>(name, true, List.of());
    }

    /** Adds a text column, in the order of names. */
    public ListOrder<R> text(String column, Function<R, String> value) {
        return then(column + COLLATED, KeysetValueType.TEXT, "text", value::apply);
    }

    /** Adds a text column of codes, in the database's order. */
    public ListOrder<R> code(String column, Function<R, String> value) {
        return then(column, KeysetValueType.TEXT, "text", value::apply);
    }

    /** Adds a date column. */
    public ListOrder<R> day(String column, Function<R, LocalDate> value) {
        return then(column, KeysetValueType.DAY, "date", value::apply);
    }

    /** Adds a column of instants. */
    public ListOrder<R> instant(String column, Function<R, Instant> value) {
        return then(column, KeysetValueType.INSTANT, "timestamptz", value::apply);
    }

    /** Adds the id, which must be the last column. */
    public ListOrder<R> id(String column, Function<R, ? extends Identifier> value) {
        return then(column, KeysetValueType.ID, "uuid", row -> value.apply(row).value());
    }

    /** The same order, reversed. */
    public ListOrder<R> reversed() {
        return new ListOrder<>(name, !isDescending, keys);
    }

    private ListOrder<R> then(String column, KeysetValueType part, String type, Function<R, Object> value) {
        List<SortKey<R>> all = new ArrayList<>(keys);
        all.add(new SortKey<>(column, part, type, value));
        return new ListOrder<>(name, isDescending, all);
    }

    /** The keyset token of a row's position in this order. */
    String position(R row) {
        return Keyset.of(keys.stream().map(key -> key.value().apply(row)).toArray())
                .encode();
    }

    /** The id of a row. */
    UUID idOf(R row) {
        return (UUID) keys.get(keys.size() - 1).value().apply(row);
    }

    String idColumn() {
        return keys.get(keys.size() - 1).column();
    }

    String sql() {
        String direction = isDescending ? " DESC" : "";
        return String.join(direction + ", ", columns()) + direction;
    }

    /**
     * The condition that a row comes after a position, with its parameters added; empty if the position is of another
     * order or was tampered with, so that the list begins at its start.
     */
    String after(@Nullable String place, Map<String, Object> parameters) {
        if (place == null) {
            return "";
        }
        List<KeysetValueType> parts = keys.stream().map(SortKey::part).toList();
        return Keyset.decode(place, parts)
                .map(found -> {
                    List<String> given = new ArrayList<>();
                    for (int i = 0; i < keys.size(); i++) {
                        given.add("CAST(:after" + i + " AS " + keys.get(i).type() + ")");
                        parameters.put("after" + i, found.values().get(i));
                    }
                    return "(" + String.join(", ", columns()) + ") " + (isDescending ? "<" : ">") + " ("
                            + String.join(", ", given) + ")";
                })
                .orElse("");
    }

    private List<String> columns() {
        return keys.stream().map(SortKey::column).toList();
    }
}
