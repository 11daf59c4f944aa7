package org.convergence.cooperation.watch.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.convergence.cooperation.watch.WatchPermissions;
import org.convergence.cooperation.watch.domain.WatchFeed.WatchEntryId;
import org.convergence.cooperation.watch.domain.WatchItem.WatchAudience;
import org.convergence.cooperation.watch.domain.WatchItem.WatchItemId;
import org.convergence.cooperation.watch.domain.WatchItem.WatchReliability;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.geography.Country;
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

/** Reads the watch. What stays with the team is found by the team only. */
@Service
@Transactional(readOnly = true)
@Requires(WatchPermissions.READ)
public class WatchQueries {

    static final String COLUMNS = """
            i.*, coalesce(o.name, s.display_name) AS contact_name,
            coalesce((SELECT jsonb_agg(jsonb_build_object('language', x.language, 'words', x.words) ORDER BY x.language)
                      FROM cooperation.watch_translation x WHERE x.item = i.id), '[]') AS translations
            """;
    static final String TABLES = """
            cooperation.watch_item i
            LEFT JOIN directory.people_organisation_name o ON o.id = i.organisation
            LEFT JOIN directory.people_person_name s ON s.id = i.person
            """;

    private final JdbcClient db;
    private final OrganisationSettings settings;
    private final ListQuery<WatchFilter, WatchItem> list;

    WatchQueries(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
        this.list = new ListQuery<>(
                db,
                COLUMNS,
                TABLES,
                filter -> conditions(filter, settings.today()),
                List.of(ListOrder.<WatchItem>descending("latest")
                        .day("i.kept_on", WatchItem::keptOn)
                        .id("i.id", WatchItem::id)),
                RecordMapper.of(WatchItem.class));
    }

    private static SqlConditions conditions(WatchFilter filter, LocalDate today) {
        return new SqlConditions()
                .with("today", today)
                .andPassage("i.search_form", filter.words())
                .and("i.country = :country", "country", filter.country())
                .and("i.reliability = :reliability", "reliability", filter.reliability())
                .and("i.audience <> :hidden", "hidden", isTeam() ? null : WatchAudience.TEAM.name())
                .andWhether("i.expires_on < :today", filter.expired());
    }

    private static boolean isTeam() {
        return CurrentActor.get().may(WatchPermissions.EDIT);
    }

    /**
     * A filter of items.
     *
     * @param words in the title or the context; may be empty
     * @param expired those that have expired, or those that have not; {@code null} for all
     */
    public record WatchFilter(
            String words,
            @Nullable String country,
            @Nullable WatchReliability reliability,
            @Nullable Boolean expired) {

        static final WatchFilter ALL = new WatchFilter("", null, null, null);
    }

    /** An entry of a feed that is proposed. */
    public record FeedProposal(
            WatchEntryId id,
            String country,
            String feed,
            String title,
            @Nullable String url,
            @Nullable LocalDate publishedOn,
            LocalDate proposedOn) {}

    /** The context of a country as of a day. */
    public record CountryContext(int version, String body, LocalDate writtenOn) {}

    public ListPage<WatchItem> findPage(ListRequest<WatchFilter> request) {
        return list.findPage(request);
    }

    /** The latest items of a filter. */
    public List<WatchItem> findFirst(WatchFilter filter, int limit) {
        return list.findSlice(ListRequest.first(filter, limit)).rows();
    }

    /** @throws NotFound if there is no such item, or it stays with the team */
    public WatchItem findById(WatchItemId id) {
        return list.findByIds(WatchFilter.ALL, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("item"));
    }

    /** What feeds propose and has no answer, by country. */
    @Requires(WatchPermissions.EDIT)
    public List<FeedProposal> findProposals() {
        return db.sql("""
                        SELECT e.id, f.country, f.title AS feed, e.title, e.url, e.published_on, e.proposed_on
                        FROM cooperation.watch_entry e JOIN cooperation.watch_feed f ON f.id = e.feed
                        WHERE e.proposed_on >= ? AND e.answer IS NULL AND e.title IS NOT NULL
                        ORDER BY f.country, e.proposed_on, e.id LIMIT 200
                        """)
                .param(settings.today().minusDays(WatchPolicy.PROPOSAL_DAYS))
                .query(RecordMapper.of(FeedProposal.class))
                .list();
    }

    public Optional<CountryContext> findContext(Country country) {
        return db.sql("SELECT version, body, written_on FROM cooperation.watch_context WHERE country = ?")
                .param(country.code())
                .query(RecordMapper.of(CountryContext.class))
                .optional();
    }
}
