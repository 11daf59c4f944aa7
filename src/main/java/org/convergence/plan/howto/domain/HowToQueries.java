package org.convergence.plan.howto.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.howto.HowToId;
import org.convergence.plan.howto.HowToPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.search.FullTextQuery;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads how-tos: all of them, those of an action, and the actions that each serves. */
@Service
@Transactional(readOnly = true)
@Requires(HowToPermissions.READ)
public class HowToQueries {

    private static final int MOST = 1_000;

    private static final String SELECT = """
            SELECT h.id, h.version, h.title, %s AS text, h.confirmed_on, h.confirmed_by, h.doubted_on, h.doubt, u.used_on
            FROM plan.howto h LEFT JOIN plan.howto_use u ON u.howto = h.id
            """;
    private static final RecordMapper<HowTo> HOW_TOS = RecordMapper.of(HowTo.class);
    private static final String WHOLE = SELECT.formatted("h.text");
    private static final String BRIEF = SELECT.formatted("''");

    private final JdbcClient db;
    private final ActionPlans plans;
    private final OrganisationSettings settings;

    HowToQueries(JdbcClient db, ActionPlans plans, OrganisationSettings settings) {
        this.db = db;
        this.plans = plans;
        this.settings = settings;
    }

    /**
     * One how-to with its text.
     *
     * @throws NotFound if there is none
     */
    public HowTo findById(HowToId id) {
        return db.sql(WHOLE + " WHERE h.id = ?")
                .param(id.value())
                .query(HOW_TOS)
                .optional()
                .orElseThrow(() -> new NotFound("how-to"));
    }

    /** Whether a reader is asked if it is still true. */
    public boolean asksForConfirmation(HowTo it) {
        return HowToPolicy.asksForConfirmation(it.confirmedOn(), it.doubtedOn(), settings.today());
    }

    /** All how-tos by title, without their texts. */
    public List<HowTo> findAll() {
        return db.sql(BRIEF + " ORDER BY h.title COLLATE \"fr-CA-x-icu\", h.id LIMIT ?")
                .param(MOST)
                .query(HOW_TOS)
                .list();
    }

    /** The how-tos of these actions by title, with their texts. */
    public List<HowTo> findByActions(Collection<ActionId> actions) {
        return db.sql(WHOLE + """
                         WHERE h.id IN (SELECT howto FROM plan.howto_line WHERE action = ANY (?))
                         ORDER BY h.title COLLATE "fr-CA-x-icu", h.id
                        """)
                .param(actions.stream().map(ActionId::value).toArray(UUID[]::new))
                .query(HOW_TOS)
                .list();
    }

    /** The plan lines that each of these serves, the newest action first. */
    public Map<HowToId, List<PlanLine>> findServedLines(Collection<HowToId> ids) {
        Map<HowToId, List<ActionId>> tied = new HashMap<>();
        List<ActionId> all = new ArrayList<>();
        db.sql("SELECT howto, action FROM plan.howto_line WHERE howto = ANY (?) ORDER BY howto, action DESC")
                .param(ids.stream().map(HowToId::value).toArray(UUID[]::new))
                .query(row -> {
                    ActionId action = new ActionId(row.getObject("action", UUID.class));
                    all.add(action);
                    tied.computeIfAbsent(new HowToId(row.getObject("howto", UUID.class)), k -> new ArrayList<>())
                            .add(action);
                });
        Map<ActionId, PlanLine> lines = all.isEmpty() ? Map.of() : plans.findLinesById(all);
        Map<HowToId, List<PlanLine>> served = new HashMap<>();
        tied.forEach((id, actions) -> served.put(
                id, actions.stream().filter(lines::containsKey).map(lines::get).toList()));
        return served;
    }

    /** The how-tos that contain all words, the last of them perhaps incomplete; the best first. */
    public List<HowTo> search(String typed, int limit) {
        return FullTextQuery.parse(typed)
                .map(query -> searchQuery(query, limit))
                .orElse(List.of());
    }

    private List<HowTo> searchQuery(String words, int limit) {
        return db.sql(BRIEF + """
                        CROSS JOIN (SELECT %s AS query) q
                        WHERE h.words @@ q.query
                        ORDER BY ts_rank(h.words, q.query) DESC, h.title COLLATE "fr-CA-x-icu", h.id LIMIT :limit
                        """.formatted(FullTextQuery.QUERY))
                .param("words", words)
                .param("limit", limit)
                .query(HOW_TOS)
                .list();
    }
}
