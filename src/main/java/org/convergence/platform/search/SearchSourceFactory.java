package org.convergence.platform.search;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.platform.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes a source of the search of a SELECT that is declared beside a menu entry: what declares it needs no database. */
@Component
public record SearchSourceFactory(JdbcClient db) {

    private record SearchRow(
            String title, @Nullable String detail, @Nullable LocalDate day, String url) {}

    /**
     * A source that reads its records by a SELECT, and has no full list. It is asked at each pause in typing: a table of
     * tens of thousands of rows needs an index for it.
     *
     * @param sql with the columns title, detail, day (either may be null) and url, the best first; {@code :text} is what
     *     was typed, {@code :limit} the most rows
     */
    public SearchSource create(String key, int order, String permission, String table, String sql) {
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
}
