package org.convergence.advocacy.urgentaction.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.convergence.advocacy.urgentaction.UrgentActionId;
import org.convergence.advocacy.urgentaction.UrgentActionPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists urgent actions. */
@Service
@Transactional(readOnly = true)
@Requires(UrgentActionPermissions.READ)
public class UrgentActionQueries {

    private final ListQuery<UrgentActionFilter, UrgentAction> list;
    private final JdbcClient db;

    UrgentActionQueries(JdbcClient db) {
        this.db = db;
        this.list = new ListQuery<>(
                db,
                UrgentActionRepository.COLUMNS,
                UrgentActionRepository.FROM,
                filter -> new SqlConditions()
                        .andSelective(
                                "a.search_form LIKE '%' || platform.fold(:words) || '%'",
                                "words", filter.words().strip())
                        .and("(a.state IN ('WITHDRAWN', 'CLOSED')) = :over", "over", filter.over()),
                List.of(ListOrder.<UrgentAction>descending("latest")
                        .day("a.received_on", UrgentAction::receivedOn)
                        .id("a.id", UrgentAction::id)),
                UrgentActionRepository.ACTION);
    }

    /**
     * A filter of urgent actions.
     *
     * @param words in the title; may be empty
     * @param over those withdrawn or closed, or the others; {@code null} for all
     */
    public record UrgentActionFilter(String words, @Nullable Boolean over) {}

    public ListPage<UrgentAction> findPage(ListRequest<UrgentActionFilter> request) {
        return list.findPage(request);
    }

    /** The latest actions of a filter. */
    public List<UrgentAction> findFirst(UrgentActionFilter filter, int limit) {
        return list.findSlice(new ListRequest<>(filter, "latest", null, limit)).rows();
    }

    /** The letters of an action to its segment, by state. */
    public LetterSummary findLetters(UrgentActionId id) {
        Map<LetterState, Integer> counts = new EnumMap<>(LetterState.class);
        db.sql("""
                        SELECT state, count(*) AS letters FROM platform.mail_letter_status
                        WHERE matter = ? AND record_id = ? GROUP BY state
                        """)
                .params(UrgentActionLetterSender.NAME, id.value())
                .query((row, n) -> counts.put(LetterState.valueOf(row.getString("state")), row.getInt("letters")))
                .list();
        return new LetterSummary(counts, null, null);
    }
}
