package org.convergence.safety.mission.domain;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.TimeZones;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The travellers, legs and plan lines of missions. */
@Component
record MissionDetails(JdbcClient db) {

    Set<PersonId> findTravellers(UUID mission) {
        return db
                .sql("SELECT person FROM safety.mission_traveller WHERE mission = ? ORDER BY person")
                .param(mission)
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<ActionId> findLines(UUID mission) {
        return db
                .sql("SELECT action FROM safety.mission_line WHERE mission = ? ORDER BY action")
                .param(mission)
                .query(UUID.class)
                .list()
                .stream()
                .map(ActionId::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    List<MissionLeg> findLegs(UUID mission) {
        return findLegs(List.of(mission)).getOrDefault(mission, List.of());
    }

    /** The legs of several missions, in one query. */
    Map<UUID, List<MissionLeg>> findLegs(Collection<UUID> missions) {
        Map<UUID, List<MissionLeg>> legs = new LinkedHashMap<>();
        db.sql("SELECT mission, country, place, zone, arrives_on, leaves_on FROM safety.mission_leg"
                        + " WHERE mission = ANY (?) ORDER BY mission, position")
                .param(missions.toArray(UUID[]::new))
                .query(row -> {
                    legs.computeIfAbsent(row.getObject("mission", UUID.class), each -> new ArrayList<>())
                            .add(new MissionLeg(
                                    new Country(row.getString("country")),
                                    row.getString("place"),
                                    TimeZones.find(row.getString("zone")).orElse(ZoneOffset.UTC),
                                    row.getObject("arrives_on", LocalDate.class),
                                    row.getObject("leaves_on", LocalDate.class)));
                });
        return legs;
    }

    /** Replaces travellers, legs and lines; rows that stay are not touched. */
    void save(UUID mission, MissionFacts facts) {
        replace(
                "mission_traveller",
                "person",
                mission,
                facts.travellers().stream().map(PersonId::value).toList());
        replace(
                "mission_line",
                "action",
                mission,
                facts.lines().stream().map(ActionId::value).toList());
        if (findLegs(mission).equals(facts.legs())) {
            return;
        }
        db.sql("DELETE FROM safety.mission_leg WHERE mission = ?")
                .param(mission)
                .update();
        int position = 0;
        for (MissionLeg leg : facts.legs()) {
            Map<String, @Nullable Object> values = VersionedRow.values(leg, "country", "zone");
            values.put("mission", mission);
            values.put("position", ++position);
            values.put("country", leg.country().code());
            values.put("zone", leg.zone().getId());
            VersionedRow.insert(db, "safety.mission_leg", values);
        }
    }

    private void replace(String table, String column, UUID mission, List<UUID> values) {
        db.sql("DELETE FROM safety.%1$s WHERE mission = ? AND %2$s <> ALL (?)".formatted(table, column))
                .params(mission, values.toArray(UUID[]::new))
                .update();
        db.sql("INSERT INTO safety.%1$s (mission, %2$s) SELECT ?, unnest(CAST(? AS uuid[])) ON CONFLICT DO NOTHING"
                        .formatted(table, column))
                .params(mission, values.toArray(UUID[]::new))
                .update();
    }
}
