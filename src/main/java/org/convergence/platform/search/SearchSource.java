package org.convergence.platform.search;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Contributed by a module with searchable records: a bean of this type.
 *
 * @param key the message key of the plural name of its records: "Organisations"
 * @param order place among the groups of results, in tens
 * @param permission required to search this source
 * @param table the table whose rows it finds; while it is empty, the source is not asked
 * @param list the address of the full list, which takes the query as {@code q}; {@code null} if there is none
 */
public record SearchSource(
        String key,
        int order,
        String permission,
        String table,
        @Nullable String list,
        SearchFunction finder) {

    /** Finds records, the best first. */
    @FunctionalInterface
    public interface SearchFunction {

        /**
         * The records that match.
         *
         * @param query the typed text, stripped, 2 to 200 characters
         * @param limit the most results
         * @param t the reader's messages
         */
        List<SearchHit> find(String query, int limit, Words t);
    }

    private record SearchRow(
            String title, @Nullable String detail, @Nullable LocalDate day, String url) {}

    /**
     * A source that reads its records by a SELECT. It is asked at each pause in typing: a table of tens of thousands of rows
     * needs an index for it.
     *
     * @param sql with the columns title, detail, day (either may be null) and url, the best first; {@code :text} is what
     *     was typed, {@code :limit} the most rows
     */
    public static SearchSource of(JdbcClient db, String key, int order, String permission, String table, String sql) {
        return new SearchSource(
                key,
                order,
                permission,
                table,
                null,
                (query, limit, t) -> db
                        .sql(sql)
                        .param("text", query)
                        .param("limit", limit)
                        .query(RecordMapper.of(SearchRow.class))
                        .list()
                        .stream()
                        .map(row -> new SearchHit(
                                row.title(),
                                Stream.of(row.detail(), row.day() == null ? null : t.date(row.day()))
                                        .filter(each -> each != null && !each.isEmpty())
                                        .collect(Collectors.joining(" · ")),
                                row.url()))
                        .toList());
    }

    /** The address of the full list of results; {@code null} if there is none. */
    public @Nullable String listOf(String query) {
        return list == null ? null : PageAddress.of(list).with("q", query).toString();
    }
}
