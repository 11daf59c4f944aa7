package org.convergence.outreach.congress.domain;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.congress.CongressPermissions;
import org.convergence.outreach.congress.GatheringId;
import org.convergence.outreach.congress.domain.Gathering.GatheringDeadline;
import org.convergence.outreach.congress.domain.Gathering.GatheringKind;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the gatherings of organisations and their deadlines. */
@Service
@Transactional(readOnly = true)
@Requires(CongressPermissions.READ)
public class GatheringQueries {

    private static final int MOST = 100;

    private final JdbcClient db;
    private final OrganisationSettings settings;
    private final ListQuery<GatheringFilter, Gathering> list;

    GatheringQueries(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
        this.list = new ListQuery<>(
                db,
                """
                g.*, o.name AS organisation_name, p.display_name AS responsible_name,
                (SELECT count(*)::integer FROM outreach.congress_representation r
                 WHERE r.gathering = g.id AND r.declined_on IS NULL) AS goes,
                n.kind AS next_kind, n.due_on AS next_on
                """,
                """
                outreach.congress_gathering g JOIN directory.people_organisation_name o ON o.id = g.organisation
                LEFT JOIN directory.people_person_name p ON p.id = g.responsible
                LEFT JOIN LATERAL (SELECT d.kind, d.due_on FROM outreach.congress_deadline d
                                   WHERE d.gathering = g.id AND d.state IN ('OPEN', 'BEGUN')
                                   ORDER BY d.due_on, d.id LIMIT 1) n ON true
                """,
                this::conditions,
                List.of(
                        ListOrder.<Gathering>ascending("soonest")
                                .day("g.begins_on", Gathering::beginsOn)
                                .id("g.id", Gathering::id),
                        ListOrder.<Gathering>descending("latest")
                                .day("g.begins_on", Gathering::beginsOn)
                                .id("g.id", Gathering::id)),
                RecordMapper.of(Gathering.class));
    }

    /**
     * A filter of gatherings.
     *
     * @param words of the title, the place or the organisation's name; may be empty
     * @param past those that are over instead of those under way or ahead; {@code null} for both
     */
    public record GatheringFilter(
            String words,
            @Nullable GatheringKind kind,
            @Nullable OrganisationId organisation,
            @Nullable Boolean past) {}

    private SqlConditions conditions(GatheringFilter filter) {
        LocalDate today = settings.today();
        SqlConditions conditions = new SqlConditions()
                .and(
                        "platform.fold(g.title || ' ' || coalesce(g.place, '') || ' ' || o.name) LIKE '%' || platform.fold(:words) || '%'",
                        "words", filter.words().strip())
                .and("g.kind = :kind", "kind", filter.kind())
                .and("g.organisation = :organisation", "organisation", filter.organisation());
        return filter.past() == null
                ? conditions
                : conditions.and(filter.past() ? "g.ends_on < :today" : "g.ends_on >= :today", "today", today);
    }

    /** Those ahead begin with the next one, those that are over with the last one. */
    public ListPage<Gathering> findPage(ListRequest<GatheringFilter> request) {
        String order = Boolean.TRUE.equals(request.filter().past()) ? "latest" : "soonest";
        return list.findPage(new ListRequest<>(request.filter(), order, request.after(), request.limit()));
    }

    /** Every gathering of a filter, for a file. */
    public Iterator<Gathering> iterateAll(GatheringFilter filter, String format) {
        return list.iterateAll(filter, "soonest");
    }

    /** The first gatherings of a filter, the next ones first. */
    public List<Gathering> findFirst(GatheringFilter filter, int limit) {
        return list.findSlice(new ListRequest<>(filter, "soonest", null, limit)).rows();
    }

    /** @throws NotFound if there is no such gathering */
    public Gathering findById(GatheringId id) {
        return list.findByIds(new GatheringFilter("", null, null, null), List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("gathering"));
    }

    /** The deadlines of a gathering in the order of their days. */
    public List<GatheringDeadline> findDeadlines(GatheringId id) {
        return db.sql("SELECT * FROM outreach.congress_deadline WHERE gathering = ? ORDER BY due_on, id LIMIT ?")
                .params(id.value(), MOST)
                .query(RecordMapper.of(GatheringDeadline.class))
                .list();
    }
}
