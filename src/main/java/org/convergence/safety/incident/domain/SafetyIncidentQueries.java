package org.convergence.safety.incident.domain;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.checklist.Checklists;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.safety.incident.IncidentPermissions;
import org.convergence.safety.incident.domain.IncidentPolicy.KindFigures;
import org.convergence.safety.incident.domain.SafetyIncident.SafetyIncidentId;
import org.convergence.safety.incident.domain.SafetyIncidentFacts.IncidentSeverity;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.risk.ThreatKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads incidents for the people named on them, and figures for all. */
@Service
@Transactional(readOnly = true)
@Requires(IncidentPermissions.FOLLOW)
public class SafetyIncidentQueries {

    private static final int MOST = 200;
    private static final int YEARS = 5;

    private static final String NAMED = "(i.lead = :me OR i.president = :me OR EXISTS ("
            + "SELECT FROM safety.incident_reader r WHERE r.incident = i.id AND r.person = :me))";

    private final SafetyIncidentService service;
    private final IncidentEntryRepository entries;
    private final Checklists checklists;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    SafetyIncidentQueries(
            SafetyIncidentService service,
            IncidentEntryRepository entries,
            Checklists checklists,
            OrganisationSettings settings,
            JdbcClient db) {
        this.service = service;
        this.entries = entries;
        this.checklists = checklists;
        this.settings = settings;
        this.db = db;
    }

    /** An incident in a list. */
    public record IncidentRow(
            SafetyIncidentId id,
            String code,
            ThreatKind kind,
            @Nullable IncidentSeverity severity,
            boolean nearMiss,
            LocalDate happenedOn,
            @Nullable LocalDate closedOn) {}

    /** A mission that a form offers. */
    public record MissionChoice(
            MissionId id,
            String title,
            LocalDate startsOn,
            @Nullable PersonId lead,
            @Nullable PersonId president,
            List<String> zones) {}

    /**
     * The figures of a year.
     *
     * @param nearMisses {@code null} if they, or the others, are few
     */
    public record YearFigures(
            int year, KindFigures kinds, @Nullable Integer nearMisses) {}

    /** The incidents on which the actor is named, open ones first, at most {@value #MOST}. */
    public List<IncidentRow> findOwn() {
        return findNamed("true", Map.of());
    }

    /** Those of a mission. */
    public List<IncidentRow> findOwn(MissionId mission) {
        return findNamed("i.mission = :mission", Map.of("mission", mission.value()));
    }

    private List<IncidentRow> findNamed(String condition, Map<String, ?> parameters) {
        return db.sql("SELECT i.id, i.code, i.kind, i.severity, i.near_miss, i.happened_on, i.closed_on"
                        + " FROM safety.incident i WHERE " + NAMED + " AND " + condition
                        + " ORDER BY i.closed_on IS NOT NULL, i.happened_on DESC, i.id LIMIT " + MOST)
                .param("me", CurrentActor.get().personId(), Types.OTHER)
                .params(parameters)
                .query(RecordMapper.of(IncidentRow.class))
                .list();
    }

    /** @throws org.convergence.platform.database.NotFound if there is none, or the actor is not named on it */
    public IncidentDossier findDossier(SafetyIncidentId id) {
        SafetyIncident incident = service.findById(id);
        MissionId mission = incident.facts().mission();
        return new IncidentDossier(
                incident,
                entries.findReaders(id),
                entries.findAll(id),
                entries.findNotices(id),
                mission == null
                        ? null
                        : db.sql("SELECT title FROM safety.mission_watch WHERE id = ?")
                                .param(mission.value())
                                .query(String.class)
                                .single());
    }

    /**
     * The latest missions, with the people who watch over them.
     *
     * @param chosen the id of a mission that comes first, however old; may be empty
     */
    @Requires(IncidentPermissions.NOTE)
    public List<MissionChoice> findMissions(String chosen) {
        return db.sql("SELECT id, title, starts_on, lead, president, zones FROM safety.mission_watch"
                        + " ORDER BY id::text = ? DESC, starts_on DESC, id LIMIT 30")
                .param(chosen)
                .query(RecordMapper.of(MissionChoice.class))
                .list();
    }

    /** The figures of the last {@value #YEARS} years, the latest first (R-SEC-9). */
    @Requires(IncidentPermissions.FIGURES)
    public List<YearFigures> findFigures() {
        record CountRow(int year, ThreatKind kind, int count, int nearMisses) {}
        int year = settings.today().getYear();
        Map<Integer, Map<ThreatKind, Integer>> kinds = new TreeMap<>();
        Map<Integer, Integer> nearMisses = new TreeMap<>();
        db.sql("""
                        SELECT CAST(extract(year FROM happened_on) AS integer) AS year, kind, CAST(count(*) AS integer) AS count,
                               CAST(count(*) FILTER (WHERE near_miss) AS integer) AS near_misses
                        FROM safety.incident WHERE happened_on >= ? GROUP BY 1, 2
                        """)
                .param(LocalDate.of(year - YEARS + 1, 1, 1))
                .query(RecordMapper.of(CountRow.class))
                .list()
                .forEach(each -> {
                    kinds.computeIfAbsent(each.year(), some -> new EnumMap<>(ThreatKind.class))
                            .put(each.kind(), each.count());
                    nearMisses.merge(each.year(), each.nearMisses(), Integer::sum);
                });
        List<YearFigures> figures = new ArrayList<>();
        for (int each = year; each > year - YEARS; each--) {
            Map<ThreatKind, Integer> counts = kinds.getOrDefault(each, Map.of());
            int total = counts.values().stream().mapToInt(Integer::intValue).sum();
            figures.add(new YearFigures(
                    each,
                    IncidentPolicy.publish(counts),
                    IncidentPolicy.publishNearMisses(nearMisses.getOrDefault(each, 0), total)));
        }
        return figures;
    }

    /** Whether there is such an incident, and lessons may be written for it: the restricted form has none. */
    @Requires(IncidentPermissions.NOTE)
    public boolean mayHaveLessons(SafetyIncidentId id) {
        return db.sql("SELECT EXISTS (SELECT FROM safety.incident WHERE id = ? AND kind <> 'SEXUAL_VIOLENCE')")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /** The lessons that are not applied yet, of the latest {@value #MOST} incidents. */
    @Requires(IncidentPermissions.FIGURES)
    public int countOpenLessons() {
        List<UUID> recent = db.sql("SELECT id FROM safety.incident WHERE lead IS NOT NULL OR president IS NOT NULL"
                        + " ORDER BY happened_on DESC, id LIMIT " + MOST)
                .query(UUID.class)
                .list();
        return checklists.findOpen(SafetyIncidentService.KIND, recent).values().stream()
                .mapToInt(List::size)
                .sum();
    }
}
