package org.convergence.advocacy.position.domain;

import java.util.List;
import org.convergence.advocacy.position.PositionKind;
import org.convergence.advocacy.position.PositionPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds positions by theme, country, kind and the words of their texts. */
@Service
@Transactional(readOnly = true)
@Requires(PositionPermissions.READ)
public class PositionQueries {

    private final ListQuery<PositionFilter, Position> list;

    PositionQueries(JdbcClient db) {
        this.list = new ListQuery<>(
                db,
                "p.*",
                "advocacy.position p",
                filter -> new SqlConditions()
                        .andSelective("""
                                (p.search_form LIKE '%' || platform.fold(:words) || '%'
                                 OR p.id IN (SELECT x.position FROM advocacy.position_text x
                                             WHERE x.search_form LIKE '%' || platform.fold(:words) || '%'))
                                """, "words", filter.words().strip())
                        .and(
                                "p.kind = :kind",
                                "kind",
                                filter.kind() == null ? null : filter.kind().name())
                        .and("p.country = :country", "country", filter.country()),
                List.of(ListOrder.<Position>descending("latest")
                        .day("p.written_on", Position::writtenOn)
                        .id("p.id", Position::id)),
                RecordMapper.of(Position.class));
    }

    /**
     * A filter of positions.
     *
     * @param words of the title, the theme or a text; may be empty
     */
    public record PositionFilter(
            String words,
            @Nullable PositionKind kind,
            @Nullable String country) {}

    public ListPage<Position> findPage(ListRequest<PositionFilter> request) {
        return list.findPage(request);
    }

    /** The latest positions of a filter. */
    public List<Position> findFirst(PositionFilter filter, int limit) {
        return list.findSlice(new ListRequest<>(filter, "latest", null, limit)).rows();
    }
}
