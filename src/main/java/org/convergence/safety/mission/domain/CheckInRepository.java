package org.convergence.safety.mission.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.settings.TimeZones;
import org.convergence.safety.mission.CheckInId;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.domain.MissionPolicy.EscalationStep;
import org.convergence.safety.mission.domain.MissionPolicy.PlannedCheckIn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persistence of check-ins and of the steps taken because of missing ones. */
@Component
record CheckInRepository(JdbcClient db, Clock clock) {

    private static final String ROWS = """
            SELECT c.id, c.mission, c.person, p.display_name AS name, c.due_at, c.grace, c.zone, c.is_drill, c.done_at,
                   c.channel, c.received_by,
                   ARRAY(SELECT step FROM safety.mission_escalation e WHERE e.check_in = c.id AND e.closed_at IS NULL
                         ORDER BY taken_at, step) AS steps
            FROM safety.mission_check_in c JOIN directory.people_person_name p ON p.id = c.person
            """;

    List<CheckInLine> findByMission(MissionId mission) {
        return db.sql(ROWS + "WHERE c.mission = ? ORDER BY c.due_at, p.sort_name, c.id LIMIT 2000")
                .param(mission.value())
                .query(RecordMapper.of(CheckInLine.class))
                .list();
    }

    /** Locks a check-in until the transaction ends; empty once it is answered or its mission is over. */
    List<CheckInLine> lockMissing(CheckInId id) {
        return db.sql(ROWS + """
                        JOIN safety.mission m ON m.id = c.mission
                        WHERE c.id = ? AND c.done_at IS NULL AND m.state IN ('PREPARED', 'APPROVED') FOR UPDATE OF c
                        """)
                .param(id.value())
                .query(RecordMapper.of(CheckInLine.class))
                .list();
    }

    /**
     * Locks the unanswered check-ins of a traveller until the transaction ends. They are read after the lock is held, with
     * the steps of an alarm that held it meanwhile.
     */
    List<CheckInLine> lockOpen(MissionId mission, PersonId person) {
        String open = "WHERE c.mission = ? AND c.person = ? AND c.done_at IS NULL ORDER BY c.due_at, c.id";
        db.sql("SELECT c.id FROM safety.mission_check_in c " + open + " FOR UPDATE")
                .params(mission.value(), person.value())
                .query(UUID.class)
                .list();
        return db.sql(ROWS + open)
                .params(mission.value(), person.value())
                .query(RecordMapper.of(CheckInLine.class))
                .list();
    }

    /** Check-ins whose grace is over and that may have a step to take, at most 500. */
    List<CheckInId> findMissing(Instant now) {
        return db.sql("""
                        SELECT c.id FROM safety.mission_check_in c JOIN safety.mission m ON m.id = c.mission
                        WHERE c.done_at IS NULL AND c.due_at <= :now AND c.due_at + c.grace * interval '1 minute' <= :now
                          AND m.state IN ('PREPARED', 'APPROVED')
                          AND NOT EXISTS (SELECT FROM safety.mission_escalation e
                                          WHERE e.check_in = c.id AND e.step = 'CRISIS')
                        ORDER BY c.due_at, c.id LIMIT 500
                        """).param("now", SqlTime.at(now)).query(UUID.class).list().stream()
                .map(CheckInId::new)
                .toList();
    }

    /** Notes a step; false if it was noted before, by this node or another. */
    boolean take(CheckInId id, String step) {
        return db.sql("INSERT INTO safety.mission_escalation (check_in, step, taken_at) VALUES (?, ?, ?)"
                                + " ON CONFLICT DO NOTHING")
                        .params(id.value(), step, SqlTime.now(clock))
                        .update()
                == 1;
    }

    CheckInId insert(MissionId mission, PersonId person, PlannedCheckIn planned, boolean isDrill) {
        return insert(mission, person, planned, isDrill, false);
    }

    private CheckInId insert(
            MissionId mission, PersonId person, PlannedCheckIn planned, boolean isDrill, boolean isByHand) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO safety.mission_check_in (id, mission, person, due_at, grace, zone, is_drill, is_by_hand)
                        VALUES (:id, :mission, :person, :due, :grace, :zone, :drill, :hand)
                        """)
                .param("id", id)
                .param("mission", mission.value())
                .param("person", person.value())
                .param("due", SqlTime.at(planned.due()))
                .param("grace", (int) planned.grace().toMinutes())
                .param("zone", planned.zone().getId())
                .param("drill", isDrill)
                .param("hand", isByHand)
                .update();
        return new CheckInId(id);
    }

    void answer(CheckInId id, Instant at, String channel, @Nullable String receivedBy) {
        db.sql("""
                        UPDATE safety.mission_check_in SET done_at = :at, channel = :channel, received_by = :by
                        WHERE id = :id AND done_at IS NULL
                        """)
                .param("at", SqlTime.at(at))
                .param("channel", channel)
                .param("by", receivedBy)
                .param("id", id.value())
                .update();
    }

    /** Stores the check-ins that were written with a mission, for each traveller. */
    void write(MissionId mission, Collection<PersonId> travellers, List<PlannedCheckIn> written) {
        for (PersonId traveller : travellers) {
            toCome(written).forEach(each -> insert(mission, traveller, each, false, true));
        }
    }

    /** Brings the check-ins to come of each traveller in line with a plan, unless written ones are to come. */
    void plan(MissionId mission, Collection<PersonId> travellers, List<PlannedCheckIn> planned) {
        Instant now = clock.instant();
        List<PlannedCheckIn> toCome = toCome(planned);
        for (PersonId traveller : travellers) {
            List<CheckInDue> present = findDue(mission, traveller);
            boolean isWritten = present.stream().anyMatch(each -> each.isByHand() && each.isToCome(now));
            List<PlannedCheckIn> missing = new ArrayList<>(isWritten ? List.of() : toCome);
            for (CheckInDue each : present) {
                boolean isPlanned = missing.removeIf(each::isSame);
                if (!isWritten && !isPlanned && each.isToCome(now)) {
                    delete(each);
                }
            }
            missing.forEach(each -> insert(mission, traveller, each, false));
        }
    }

    private List<PlannedCheckIn> toCome(List<PlannedCheckIn> planned) {
        Instant now = clock.instant();
        return planned.stream()
                .filter(each -> each.due().plus(each.grace()).isAfter(now))
                .toList();
    }

    /** A check-in that is no drill, answered or not. */
    private record CheckInDue(UUID id, Instant dueAt, int grace, String zone, boolean isByHand, boolean isDone) {

        boolean isToCome(Instant now) {
            return !isDone && dueAt.isAfter(now);
        }

        boolean isSame(PlannedCheckIn planned) {
            return dueAt.equals(planned.due())
                    && (isDone || grace == planned.grace().toMinutes());
        }

        /** Whether a stay has its day, in the zone of the check-in; a planned one also has the zone of the stay. */
        boolean isWithin(List<MissionLeg> legs) {
            ZoneId there = TimeZones.find(zone).orElse(ZoneOffset.UTC);
            LocalDate day = dueAt.atZone(there).toLocalDate();
            return legs.stream()
                    .anyMatch(leg -> !day.isBefore(leg.arrivesOn())
                            && !day.isAfter(leg.leavesOn())
                            && (isByHand || leg.zone().equals(there)));
        }
    }

    private List<CheckInDue> findDue(MissionId mission, @Nullable PersonId person) {
        return db.sql("""
                        SELECT id, due_at, grace, zone, is_by_hand, done_at IS NOT NULL AS is_done
                        FROM safety.mission_check_in WHERE mission = :mission AND NOT is_drill
                        AND (CAST(:person AS uuid) IS NULL OR person = :person) ORDER BY due_at, id FOR UPDATE
                        """)
                .param("mission", mission.value())
                .param("person", person == null ? null : person.value())
                .query(RecordMapper.of(CheckInDue.class))
                .list();
    }

    private void delete(CheckInDue checkIn) {
        db.sql("DELETE FROM safety.mission_check_in WHERE id = ?")
                .param(checkIn.id())
                .update();
    }

    /** Deletes the check-ins to come of days on which nobody is away any longer. */
    void deleteRemovedDays(MissionId mission, List<MissionLeg> before, List<MissionLeg> legs) {
        findDue(mission, null).stream()
                .filter(each -> each.isToCome(clock.instant()) && each.isWithin(before) && !each.isWithin(legs))
                .forEach(this::delete);
    }

    /** Deletes the unanswered check-ins that are not due yet. */
    void deleteFuture(MissionId mission) {
        db.sql("DELETE FROM safety.mission_check_in WHERE mission = ? AND done_at IS NULL AND due_at > ?")
                .params(mission.value(), SqlTime.now(clock))
                .update();
    }

    /** Deletes the future check-ins of people who no longer travel. */
    void deleteOfOthers(MissionId mission, Collection<PersonId> travellers) {
        db.sql(
                        "DELETE FROM safety.mission_check_in WHERE mission = ? AND person <> ALL (?) AND done_at IS NULL AND due_at > ?")
                .params(
                        mission.value(),
                        travellers.stream().map(PersonId::value).toArray(UUID[]::new),
                        SqlTime.now(clock))
                .update();
    }

    /** After the return nobody is awaited. */
    void closeAtReturn(MissionId mission) {
        deleteFuture(mission);
        db.sql("UPDATE safety.mission_check_in SET done_at = ?, channel = ? WHERE mission = ? AND done_at IS NULL")
                .params(SqlTime.now(clock), CheckInLine.END_OF_MISSION, mission.value())
                .update();
    }

    /** Whether a duress word came whose alert nobody closed. */
    boolean hasDuress(MissionId mission) {
        return db.sql("""
                        SELECT EXISTS (SELECT FROM safety.mission_escalation e JOIN safety.mission_check_in c ON c.id = e.check_in
                                       WHERE c.mission = ? AND e.step = 'DURESS' AND e.closed_at IS NULL)
                        """).param(mission.value()).query(Boolean.class).single();
    }

    /** A mission, and those of a person that have begun, or begin today or tomorrow, and are not over. */
    List<MissionId> findCurrent(MissionId mission, PersonId person, LocalDate today) {
        return db.sql("""
                        SELECT m.id FROM safety.mission m JOIN safety.mission_traveller t ON t.mission = m.id
                        WHERE t.person = ? AND m.state IN ('PREPARED', 'APPROVED') AND (m.id = ? OR m.starts_on <= ?) ORDER BY m.id
                        """).params(person.value(), mission.value(), today.plusDays(1)).query(UUID.class).list().stream()
                .map(MissionId::new)
                .toList();
    }

    boolean hasAlarm(MissionId mission) {
        return db.sql("""
                        SELECT EXISTS (SELECT FROM safety.mission_check_in WHERE mission = :mission AND done_at IS NULL
                                       AND due_at <= :now AND due_at + grace * interval '1 minute' <= :now)
                        """)
                .param("mission", mission.value())
                .param("now", SqlTime.now(clock))
                .query(Boolean.class)
                .single();
    }

    /** The steps of the clock that are due and were not taken, now noted as taken. */
    List<EscalationStep> takeDue(CheckInLine row, Instant now) {
        return MissionPolicy.due(row.dueAt(), row.graceTime(), now).stream()
                .filter(step -> take(row.id(), step.name()))
                .toList();
    }

    /** The zone of a traveller's present or next place, for a check-in that nobody planned. */
    static ZoneId zoneAt(List<MissionLeg> legs, Instant now, ZoneId otherwise) {
        return legs.stream()
                .filter(leg -> !now.atZone(leg.zone()).toLocalDate().isAfter(leg.leavesOn()))
                .map(MissionLeg::zone)
                .findFirst()
                .orElse(otherwise);
    }
}
