package org.convergence.safety.mission.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.platform.access.Requires;
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

    /** The most missions of a list. */
    public static final int MOST = 200;

    private final JdbcClient db;
    private final MissionDetails details;
    private final Advisories advisories;

    MissionQueries(JdbcClient db, MissionDetails details, Advisories advisories) {
        this.db = db;
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
     */
    public record MissionRow(
            MissionId id,
            String title,
            MissionState state,
            LocalDate startsOn,
            LocalDate endsOn,
            List<Country> countries,
            AdvisoryLevel worst,
            boolean isOutdated) {}

    /** The ongoing missions, the first to start first; or the others, the last first. At most {@value #MOST}. */
    public List<MissionRow> findAll(boolean over) {
        List<StoredMissionRow> rows = db.sql("""
                        SELECT id, title, state, starts_on, ends_on, approval_level FROM safety.mission
                        WHERE (state IN ('RETURNED', 'CANCELLED')) = :over
                        ORDER BY CASE WHEN :over THEN - (starts_on - DATE '2000-01-01') ELSE starts_on - DATE '2000-01-01' END, id
                        LIMIT :most
                        """)
                .param("over", over)
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
                    row.state() == MissionState.APPROVED && MissionPolicy.isOutdated(approved, worst)));
        }
        return missions;
    }
}
