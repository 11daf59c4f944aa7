package org.convergence.safety.mission.domain;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.geography.Country;
import org.convergence.safety.guide.Advisories;
import org.convergence.safety.guide.AdvisoryLevel;
import org.convergence.safety.guide.CountryAdvisory;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.MissionPermissions;
import org.convergence.safety.mission.MissionState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists missions with the present level of their countries; check-ins are not shown here. */
@Service
@Transactional(readOnly = true)
@Requires(MissionPermissions.READ)
public class MissionQueries {

    /** The changes of a mission, the latest first. */
    public List<AuditEntry> findChanges(MissionId id) {
        return audit.findByRow(Mission.TABLE, id.value(), 20);
    }

    /** The most missions of a list. */
    public static final int MOST = 200;

    private final JdbcClient db;
    private final AuditTrail audit;
    private final MissionDetails details;
    private final Advisories advisories;

    MissionQueries(JdbcClient db, AuditTrail audit, MissionDetails details, Advisories advisories) {
        this.db = db;
        this.audit = audit;
        this.details = details;
        this.advisories = advisories;
    }

    private record StoredMissionRow(
            MissionId id,
            String title,
            MissionState state,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable AdvisoryLevel approvalLevel) {}

    /**
     * A mission in a list.
     *
     * @param worst the worst level of its countries today
     * @param isOutdated whether its approval no longer covers that level
     * @param alert MISSING or DURESS; {@code null} without an open alert, and for all who do not watch over it
     */
    public record MissionRow(
            MissionId id,
            String title,
            MissionState state,
            LocalDate startsOn,
            LocalDate endsOn,
            List<Country> countries,
            AdvisoryLevel worst,
            boolean isOutdated,
            @Nullable String alert) {}

    /** The missions whose title or places hold each word, the latest first. */
    public List<FoundMission> search(String words, int limit) {
        return db.sql("""
                        SELECT m.id, m.title, m.state, m.starts_on, m.ends_on FROM safety.mission m
                        CROSS JOIN LATERAL (
                            SELECT platform.fold(m.title || ' ' || coalesce(string_agg(l.place, ' '), '')) AS text
                            FROM safety.mission_leg l WHERE l.mission = m.id) AS words
                        WHERE words.text LIKE ALL (
                            SELECT '%' || word || '%' FROM unnest(string_to_array(platform.fold(:words), ' ')) AS word)
                        ORDER BY m.starts_on DESC, m.id LIMIT :most
                        """)
                .param("words", words)
                .param("most", limit)
                .query(RecordMapper.of(FoundMission.class))
                .list();
    }

    /** The other missions, not over, on which a traveller is on the same days; none once the mission is over itself. */
    public List<FoundMission> findOverlaps(MissionId id) {
        return db.sql("""
                        SELECT DISTINCT o.id, o.title, o.state, o.starts_on, o.ends_on FROM safety.mission m
                        JOIN safety.mission_traveller t ON t.mission = m.id
                        JOIN safety.mission_traveller u ON u.person = t.person AND u.mission <> m.id
                        JOIN safety.mission o ON o.id = u.mission AND o.state IN ('PREPARED', 'APPROVED')
                             AND o.starts_on <= m.ends_on AND o.ends_on >= m.starts_on
                        WHERE m.id = ? AND m.state IN ('PREPARED', 'APPROVED') ORDER BY o.starts_on, o.id LIMIT 20
                        """)
                .param(id.value())
                .query(RecordMapper.of(FoundMission.class))
                .list();
    }

    /** The missions with a stay in a country, the latest first. */
    public List<FoundMission> findByCountry(Country country, int limit) {
        return db.sql("""
                        SELECT m.id, m.title, m.state, m.starts_on, m.ends_on FROM safety.mission m
                        WHERE m.id IN (SELECT mission FROM safety.mission_leg WHERE country = ?)
                        ORDER BY m.starts_on DESC, m.id LIMIT ?
                        """)
                .params(country.code(), limit)
                .query(RecordMapper.of(FoundMission.class))
                .list();
    }

    /** A mission in few words. */
    public record FoundMission(MissionId id, String title, MissionState state, LocalDate startsOn, LocalDate endsOn) {}

    /** The missions with an open alert that the actor watches, by the gravest: DURESS, MISSING or TRIAL. */
    public Map<MissionId, String> findOwnAlerts() {
        Map<MissionId, String> alerts = new HashMap<>();
        db.sql("SELECT mission, min(kind) FROM (" + OpenAlerts.SQL + ") AS a WHERE watcher = ? GROUP BY mission")
                .param(1, CurrentActor.get().personId(), Types.OTHER)
                .query(row -> {
                    alerts.put(new MissionId(row.getObject(1, UUID.class)), row.getString(2));
                });
        return alerts;
    }

    /** The ongoing missions, the first to start first; or the others, the last first. At most {@value #MOST}. */
    public List<MissionRow> findAll(boolean over) {
        String which = over
                ? "state IN ('RETURNED', 'CANCELLED') ORDER BY starts_on DESC, id"
                : "state NOT IN ('RETURNED', 'CANCELLED') ORDER BY starts_on, id";
        List<StoredMissionRow> rows = db.sql(
                        "SELECT id, title, state, starts_on, ends_on, approval_level FROM safety.mission WHERE " + which
                                + " LIMIT :most")
                .param("most", MOST)
                .query(RecordMapper.of(StoredMissionRow.class))
                .list();
        Map<UUID, List<MissionLeg>> legs =
                details.findLegs(rows.stream().map(each -> each.id().value()).toList());
        Map<UUID, List<Country>> countries = new LinkedHashMap<>();
        legs.forEach((mission, of) -> countries.put(
                mission, of.stream().map(MissionLeg::country).distinct().toList()));
        Set<Country> all = countries.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        Map<Country, CountryAdvisory> levels = advisories.findByCountries(all);
        Map<MissionId, String> alerts = over ? Map.of() : findOwnAlerts();
        List<MissionRow> missions = new ArrayList<>();
        for (StoredMissionRow row : rows) {
            List<Country> where = countries.getOrDefault(row.id().value(), List.of());
            AdvisoryLevel worst = AdvisoryLevel.worst(where.stream()
                    .map(each -> Objects.requireNonNull(levels.get(each)).worst())
                    .toList());
            AdvisoryLevel approved = row.approvalLevel();
            missions.add(new MissionRow(
                    row.id(),
                    row.title(),
                    row.state(),
                    row.startsOn(),
                    row.endsOn(),
                    where,
                    worst,
                    row.state() == MissionState.APPROVED && MissionPolicy.isOutdated(approved, worst),
                    alerts.get(row.id())));
        }
        return missions;
    }
}
