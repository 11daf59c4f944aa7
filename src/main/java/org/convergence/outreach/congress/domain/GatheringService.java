package org.convergence.outreach.congress.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.outreach.congress.CongressPermissions;
import org.convergence.outreach.congress.domain.Gathering.GatheringFacts;
import org.convergence.outreach.congress.domain.Gathering.GatheringId;
import org.convergence.outreach.congress.domain.Gathering.GatheringKind;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds and enters the gatherings of organisations (R-REP-1). */
@Service
@Transactional
@Requires(CongressPermissions.EDIT)
public class GatheringService {

    static final String TABLE = "outreach.congress_gathering";

    private final JdbcClient db;
    private final PeopleDirectory people;
    private final RecipientWords words;
    private final OrganisationSettings settings;
    private final Clock clock;
    private final ListQuery<GatheringFilter, Gathering> list;

    GatheringService(
            JdbcClient db, PeopleDirectory people, RecipientWords words, OrganisationSettings settings, Clock clock) {
        this.db = db;
        this.people = people;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
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
     * @param id {@code null} for a new gathering
     * @throws org.convergence.platform.database.EditConflict if it was changed since this version
     */
    @Transactional(label = "congress.save")
    public GatheringId save(@Nullable GatheringId id, int version, GatheringFacts facts) {
        return save(id, version, facts, null);
    }

    private GatheringId save(@Nullable GatheringId id, int version, GatheringFacts facts, @Nullable String entryKey) {
        Map<String, @Nullable Object> values = VersionedRow.values(facts, "organisation");
        OrganisationId organisation = find(people, facts.organisation());
        values.put("organisation", organisation);
        if (id == null && organisation != null) {
            requireNew(facts, organisation);
        }
        if (entryKey != null) {
            values.put("calendar_key", entryKey);
        }
        if (facts.shown()) {
            values.put("updated_at", SqlTime.now(clock));
            if (id == null || !isPublished(id)) {
                values.put("published_at", SqlTime.now(clock));
            }
        }
        UUID row = VersionedRow.save(db, TABLE, id, version, values);
        db.sql("""
                        UPDATE outreach.congress_deadline SET due_on = :opens - days_before, version = version + 1
                        WHERE gathering = :gathering AND due_on <> :opens - days_before
                        """).param("opens", facts.beginsOn()).param("gathering", row).update();
        return new GatheringId(row);
    }

    private boolean isPublished(GatheringId id) {
        return db.sql("SELECT published_at IS NOT NULL FROM outreach.congress_gathering WHERE id = ?")
                .param(id.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /**
     * A gathering made of an entry of an imported calendar, which it stays whatever day the entry is moved to.
     *
     * @throws Refused if there is one of this entry already
     */
    @Transactional(label = "congress.save")
    public GatheringId saveFromEntry(String entryKey, GatheringFacts facts) {
        TransactionLock.acquire(db, "congress/" + entryKey);
        if (findByEntry(entryKey).isPresent()) {
            throw new Refused("congress.entry.known");
        }
        return save(null, 0, facts, entryKey);
    }

    /** The gathering made of an entry of an imported calendar, by anyone who has it. */
    @Transactional(readOnly = true)
    public Optional<GatheringId> findByEntry(String entryKey) {
        return db.sql("SELECT id FROM outreach.congress_gathering WHERE calendar_key = ?")
                .param(entryKey)
                .query(UUID.class)
                .optional()
                .map(GatheringId::new);
    }

    /** A form sent twice, perhaps days apart, makes one gathering. */
    private void requireNew(GatheringFacts facts, OrganisationId organisation) {
        db.sql("SELECT 1 FROM outreach.congress_gathering WHERE (title, begins_on, organisation) = (?, ?, ?) LIMIT 1")
                .params(facts.title(), facts.beginsOn(), organisation.value())
                .query(Integer.class)
                .optional()
                .ifPresent(found -> {
                    throw new Refused("congress.refused.twice", facts.title(), facts.beginsOn());
                });
    }

    /** The chosen organisation, created if it was typed by a new name; {@code null} if none was chosen. */
    static @Nullable OrganisationId find(PeopleDirectory people, ChosenParties<OrganisationId> chosen) {
        OrganisationId known = chosen.first();
        return known != null || chosen.isEmpty()
                ? known
                : people.findOrCreateOrganisation(chosen.newcomers().get(0));
    }

    /** Notes that a gathering will not be held, or that it will after all. */
    @Transactional(label = "congress.cancel")
    public void setCancelled(GatheringId id, boolean cancelled) {
        db.sql(
                        "UPDATE outreach.congress_gathering SET cancelled_on = :day, updated_at = :now, version = version + 1 WHERE id = :id")
                .param("day", cancelled ? settings.today() : null)
                .param("now", SqlTime.now(clock))
                .param("id", id.value())
                .update();
    }

    /** Sets the day on which an organisation opens its next congress, as it says; {@code next} is none if it is new. */
    @Transactional(label = "congress.save")
    public void setOpening(OrganisationId organisation, @Nullable Gathering next, LocalDate opens) {
        LocalDate ends = next == null || next.expected()
                ? opens
                : opens.plusDays(next.beginsOn().until(next.endsOn(), ChronoUnit.DAYS));
        save(
                next == null ? null : next.id(),
                next == null ? 0 : next.version(),
                new GatheringFacts(
                        new ChosenParties<>(List.of(organisation), List.of()),
                        GatheringKind.CONGRESS,
                        next == null ? words.forOrganisation().say(GatheringKind.CONGRESS.key()) : next.title(),
                        opens,
                        ends,
                        false,
                        next == null ? null : next.place(),
                        next == null ? null : next.everyYears(),
                        words.forOrganisation().say("congress.said", settings.today()),
                        next == null ? null : next.url(),
                        next == null ? null : next.emergencyRule(),
                        next != null && next.shown(),
                        next == null ? null : next.responsible()));
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
    @Transactional(readOnly = true)
    @Requires(CongressPermissions.READ)
    public ListPage<Gathering> findPage(ListRequest<GatheringFilter> request) {
        String order = Boolean.TRUE.equals(request.filter().past()) ? "latest" : "soonest";
        return list.findPage(new ListRequest<>(request.filter(), order, request.after(), request.limit()));
    }

    /** Every gathering of a filter, for a file. */
    @Transactional(readOnly = true)
    @Requires(CongressPermissions.READ)
    public Iterator<Gathering> iterateAll(GatheringFilter filter, String format) {
        return list.iterateAll(filter, "soonest");
    }

    /** The first gatherings of a filter, the next ones first. */
    @Transactional(readOnly = true)
    @Requires(CongressPermissions.READ)
    public List<Gathering> findFirst(GatheringFilter filter, int limit) {
        return list.findSlice(new ListRequest<>(filter, "soonest", null, limit)).rows();
    }

    /** @throws NotFound if there is no such gathering */
    @Transactional(readOnly = true)
    @Requires(CongressPermissions.READ)
    public Gathering findById(GatheringId id) {
        return list.findByIds(new GatheringFilter("", null, null, null), List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("gathering"));
    }
}
