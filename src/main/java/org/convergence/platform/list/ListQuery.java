package org.convergence.platform.list;

import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.search.FullTextQuery;
import org.convergence.platform.shell.ListSlice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A list in the database: its columns, its filter's conditions, its orders. It counts, reads pages, slices for the API
 * and single rows for files; the cost of a page does not grow with the list.
 */
public final class ListQuery<F, R> {

    private static final int AT_ONCE = 500;

    private final JdbcClient db;
    private final String select;
    private final String from;
    private final Function<F, SqlConditions> conditions;
    private final List<ListOrder<R>> orders;
    private final RowMapper<R> mapper;

    /**
     * Declares a list.
     *
     * @param select the columns, without the keyword SELECT
     * @param from the table with its alias, and joins that keep each row once, without the keyword FROM
     * @param conditions the conditions of a filter
     * @param orders the default order first
     */
    public ListQuery(
            JdbcClient db,
            String select,
            String from,
            Function<F, SqlConditions> conditions,
            List<ListOrder<R>> orders,
            RowMapper<R> mapper) {
        this.db = db;
        this.select = select;
        this.from = from;
        this.conditions = conditions;
        this.orders = List.copyOf(orders);
        this.mapper = mapper;
    }

    /** A page with the total count. */
    public ListPage<R> findPage(ListRequest<F> request) {
        SqlConditions where = conditions.apply(request.filter());
        long found = count(where, ListCount.MOST + 1);
        ListSlice<R> slice = findSlice(where, request, found);
        return new ListPage<>(slice.rows(), ListCount.capped(found), slice.next());
    }

    /** A slice of the rows without a count. */
    public ListSlice<R> findSlice(ListRequest<F> request) {
        SqlConditions where = conditions.apply(request.filter());
        return findSlice(where, request, countFew(where));
    }

    private ListSlice<R> findSlice(SqlConditions where, ListRequest<F> request, long found) {
        ListOrder<R> order = order(request.sort());
        List<R> rows = found == 0
                ? List.of()
                : rows(where, order, request.after(), request.limit() + 1, found <= FullTextQuery.FEW);
        return ListSlice.of(rows, request.limit(), order::position);
    }

    /** The number of rows that a filter selects. */
    public ListCount count(F filter) {
        return ListCount.capped(count(conditions.apply(filter), ListCount.MOST + 1));
    }

    /** Every row, read some hundreds at a time. */
    public Iterator<R> iterateAll(F filter, String sort) {
        SqlConditions where = conditions.apply(filter);
        ListOrder<R> order = order(sort);
        boolean few = countFew(where) <= FullTextQuery.FEW;
        return new Iterator<>() {
            private List<R> rows = rows(where, order, null, AT_ONCE, few);
            private int at;

            @Override
            public boolean hasNext() {
                if (at == rows.size() && rows.size() == AT_ONCE) {
                    rows = rows(where, order, order.position(rows.get(at - 1)), AT_ONCE, few);
                    at = 0;
                }
                return at < rows.size();
            }

            @Override
            public R next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return rows.get(at++);
            }
        };
    }

    /** The rows with these ids that a filter selects, in the order given; missing ones are left out. */
    public List<R> findByIds(F filter, Collection<? extends Identifier> ids) {
        List<UUID> asked = ids.stream().map(Identifier::value).toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        ListOrder<R> order = orders.get(0);
        SqlConditions where = conditions.apply(filter).and(order.idColumn() + " = ANY (:ids)", "ids", ids);
        return rows(where, order, null, asked.size(), false).stream()
                .sorted(Comparator.comparingInt(row -> asked.indexOf(order.idOf(row))))
                .toList();
    }

    private ListOrder<R> order(String sort) {
        boolean reversed = sort.startsWith("-");
        String name = reversed ? sort.substring(1) : sort;
        return orders.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(each -> reversed ? each.reversed() : each)
                .orElseGet(() -> orders.get(0));
    }

    /** If few rows match, the database must not read the whole list in its order to find them. */
    private long countFew(SqlConditions where) {
        return where.isSelective() ? count(where, FullTextQuery.FEW + 1) : Long.MAX_VALUE;
    }

    private long count(SqlConditions where, int most) {
        return db.sql("SELECT count(*) FROM (SELECT FROM " + from + where.sql() + " LIMIT " + most + ") AS found")
                .params(where.parameters())
                .query(Long.class)
                .single();
    }

    private List<R> rows(SqlConditions where, ListOrder<R> order, @Nullable String after, int limit, boolean few) {
        Map<String, Object> parameters = new LinkedHashMap<>(where.parameters());
        String place = order.after(after, parameters);
        String filtered = few && where.isSelective()
                ? " WHERE " + order.idColumn() + " = ANY (ARRAY(SELECT " + order.idColumn() + " FROM " + from
                        + where.sql() + "))"
                : where.sql();
        String whole = place.isEmpty() ? filtered : filtered + (filtered.isEmpty() ? " WHERE " : " AND ") + place;
        return db.sql("SELECT " + select + " FROM " + from + whole + " ORDER BY " + order.sql() + " LIMIT :limit")
                .params(parameters)
                .param("limit", limit)
                .query(mapper)
                .list();
    }
}
