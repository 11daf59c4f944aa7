package org.convergence.directory.people.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.database.Keyset.KeysetValueType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads a list by keyset pagination, or row by row for a file.
 *
 * @param from the table with its alias
 * @param select the query up to its {@code FROM} clause
 */
record KeysetQuery<L>(JdbcClient db, String from, String select, RowMapper<L> mapper) {

    private static final int AT_ONCE = 1_000;
    private static final int NEAR = 20;

    /**
     * An order of the list.
     *
     * @param columns the sorted columns, all in one direction so that an index serves both; the id is the last
     * @param place the values of these columns for a row
     */
    record KeysetOrder<L>(List<String> columns, boolean descending, Function<L, Keyset> place) {

        KeysetOrder<L> turned(boolean turn) {
            return turn ? new KeysetOrder<>(columns, !descending, place) : this;
        }

        /** The last value of the row's keyset. */
        private UUID id(L line) {
            List<String> values = place.apply(line).values();
            return UUID.fromString(values.get(values.size() - 1));
        }

        private String sql() {
            String direction = descending ? " DESC" : "";
            return String.join(direction + ", ", columns) + direction;
        }
    }

    /**
     * Reads a page.
     *
     * @param after the cursor of the previous page, {@code null} for the first
     */
    CountedSlice<L> findPage(DirectoryConditions where, KeysetOrder<L> order, @Nullable String after, int limit) {
        long count = where.count(db, from);
        List<L> rows = rows(where, order, after, limit + 1);
        boolean more = rows.size() > limit;
        List<L> shown = more ? rows.subList(0, limit) : rows;
        String next = more ? order.place().apply(shown.get(limit - 1)).encode() : null;
        return new CountedSlice<>(shown, Math.min(count, CountedSlice.COUNTED), count > CountedSlice.COUNTED, next);
    }

    /** Rows with names close to the typed text that the list itself does not contain; at most twenty. */
    List<L> findSimilar(DirectoryConditions attributes, NameMatcher matching, String typed, KeysetOrder<L> order) {
        List<String> words = matching.words(typed);
        return matching.matchNearly(words)
                .map(nearly -> rows(attributes.and(nearly).andNot(matching.matchExactly(words)), order, null, NEAR))
                .orElse(List.of());
    }

    /** The rows of some ids, in the given order; deleted ones are left out. */
    List<L> findByIds(DirectoryConditions where, Collection<? extends Identifier> ids, KeysetOrder<L> order) {
        List<UUID> asked = ids.stream().map(Identifier::value).toList();
        String id = order.columns().get(order.columns().size() - 1);
        DirectoryConditions among = where.and(id + " = ANY (:ids)", "ids", asked.toArray(UUID[]::new));
        return rows(among, order, null, asked.size()).stream()
                .sorted(Comparator.comparingInt((L line) -> asked.indexOf(order.id(line))))
                .toList();
    }

    /** Every row, read a thousand at a time. */
    Iterator<L> iterateAll(DirectoryConditions where, KeysetOrder<L> order) {
        return new Iterator<>() {
            private List<L> rows = rows(where, order, null, AT_ONCE);
            private int at;

            @Override
            public boolean hasNext() {
                if (at == rows.size() && rows.size() == AT_ONCE) {
                    Keyset last = order.place().apply(rows.get(at - 1));
                    rows = rows(where, order, last.encode(), AT_ONCE);
                    at = 0;
                }
                return at < rows.size();
            }

            @Override
            public L next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return rows.get(at++);
            }
        };
    }

    private List<L> rows(DirectoryConditions filter, KeysetOrder<L> order, @Nullable String after, int limit) {
        DirectoryConditions where = filter.copy();
        if (after != null) {
            List<KeysetValueType> parts =
                    new ArrayList<>(Collections.nCopies(order.columns().size() - 1, KeysetValueType.TEXT));
            parts.add(KeysetValueType.ID);
            // A cursor of another order, as in an edited address, begins at the start.
            Keyset.decode(after, parts).ifPresent(keyset -> begin(where, order, keyset.values()));
        }
        return db.sql(select + " FROM " + from + where.sql() + " ORDER BY " + order.sql() + " LIMIT :limit")
                .params(where.parameters())
                .param("limit", limit)
                .query(mapper)
                .list();
    }

    private static <L> void begin(DirectoryConditions where, KeysetOrder<L> order, List<String> values) {
        int last = order.columns().size() - 1;
        List<String> given = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            given.add(i == last ? "CAST(:after" + i + " AS uuid)" : ":after" + i);
            where.parameters().put("after" + i, values.get(i));
        }
        where.and("(" + String.join(", ", order.columns()) + ") " + (order.descending() ? "<" : ">") + " ("
                + String.join(", ", given) + ")");
    }
}
