package org.convergence.safety.mission.domain;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.keys.MarkGenerator;
import org.convergence.platform.keys.TextSealer;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.domain.CheckInService.ClosedAlert;
import org.convergence.safety.mission.domain.CheckInService.NotedCall;
import org.convergence.safety.mission.domain.SealedDataService.SealedData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persistence of what only keys open: medical and emergency data, call lists, notes of calls. */
@Component
record SealedDataRepository(TextSealer sealer, MarkGenerator marks, JdbcClient db, Clock clock) {

    private static final String DURESS = "safety.mission/duress/";

    /** @param word the duress word; {@code null} to leave it as it is */
    void save(MissionId mission, PersonId person, SealedData data, @Nullable String word) {
        record KnownRow(UUID id, @Nullable String mark) {}
        Optional<KnownRow> known = db.sql(
                        "SELECT id, duress_mark FROM safety.mission_sealed WHERE mission = ? AND person = ? FOR UPDATE")
                .params(mission.value(), person.value())
                .query((row, n) -> new KnownRow(row.getObject(1, UUID.class), row.getString(2)))
                .optional();
        UUID id = known.map(KnownRow::id).orElseGet(Ids::next);
        String mark = word == null
                ? known.map(KnownRow::mark).orElse(null)
                : marks.compute(TextNormalizer.fold(word), DURESS + id);
        db.sql("""
                        INSERT INTO safety.mission_sealed
                            (id, mission, person, sealed, duress_mark, has_medical, has_proof, sealed_at)
                        VALUES (:id, :mission, :person, :sealed, :mark, :medical, :proof, :now)
                        ON CONFLICT (mission, person) DO UPDATE
                        SET sealed = excluded.sealed, duress_mark = excluded.duress_mark, sealed_at = excluded.sealed_at,
                            has_medical = excluded.has_medical, has_proof = excluded.has_proof
                        """)
                .param("id", id)
                .param("mission", mission.value())
                .param("person", person.value())
                .param("sealed", sealer.seal(Json.of(data).toString(), place(id)))
                .param("mark", mark)
                .param("medical", !data.medical().isBlank())
                .param("proof", mark != null && !data.proofOfLife().isBlank())
                .param("now", SqlTime.now(clock))
                .update();
    }

    /** @throws Refused if the keys are others, such as after a restore without them */
    Optional<SealedData> find(MissionId mission, PersonId person) {
        record SealedText(UUID id, String sealed) {}
        return db.sql("SELECT id, sealed FROM safety.mission_sealed WHERE mission = ? AND person = ?")
                .params(mission.value(), person.value())
                .query((row, n) -> new SealedText(row.getObject(1, UUID.class), row.getString(2)))
                .optional()
                .map(row -> Json.parse(open(row.sealed(), place(row.id()))))
                .map(json -> new SealedData(
                        json.node().path("medical").asString(""),
                        json.node().path("emergency").asString(""),
                        json.node().path("proofOfLife").asString("")));
    }

    /** The travellers with sealed data. */
    List<PersonId> findPeople(MissionId mission) {
        return db
                .sql("SELECT person FROM safety.mission_sealed WHERE mission = ?")
                .param(mission.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    /** Whether a text holds a duress word of a traveller, of any mission, whatever its accents, capitals and spaces. */
    boolean isDuress(PersonId person, String text) {
        Set<String> phrases = MissionPolicy.phrases(text);
        return db
                .sql("SELECT id, duress_mark FROM safety.mission_sealed WHERE person = ? AND duress_mark IS NOT NULL")
                .param(person.value())
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .list()
                .stream()
                .anyMatch(row -> phrases.stream()
                        .anyMatch(phrase ->
                                marks.computeAll(phrase, DURESS + row.getKey()).contains(row.getValue())));
    }

    /** Whom to call, one a line, in order; empty where the keys are others. */
    List<String> findCallList(MissionId mission) {
        return db.sql("SELECT sealed FROM safety.mission_call_list WHERE mission = ?")
                .param(mission.value())
                .query(String.class)
                .optional()
                .flatMap(text -> sealer.open(text, callPlace(mission)))
                .map(text -> text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    void saveCallList(MissionId mission, String lines) {
        db.sql("INSERT INTO safety.mission_call_list (mission, sealed) VALUES (?, ?)"
                        + " ON CONFLICT (mission) DO UPDATE SET sealed = excluded.sealed")
                .params(mission.value(), sealer.seal(lines, callPlace(mission)))
                .update();
    }

    void addCall(MissionId mission, int contact, String caller, boolean answered, @Nullable String note) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO safety.mission_call (id, mission, contact, caller, called_at, answered, note)
                        VALUES (:id, :mission, :contact, :caller, :now, :answered, :note)
                        """)
                .param("id", id)
                .param("mission", mission.value())
                .param("contact", contact)
                .param("caller", caller)
                .param("now", SqlTime.now(clock))
                .param("answered", answered)
                .param("note", note == null ? null : sealer.seal(note, "safety.mission_call/" + id))
                .update();
    }

    /** The calls, the latest first, at most 100. */
    List<NotedCall> findCalls(MissionId mission) {
        return db.sql("SELECT id, contact, caller, called_at, answered, note FROM safety.mission_call"
                        + " WHERE mission = ? ORDER BY called_at DESC, id DESC LIMIT 100")
                .param(mission.value())
                .query((row, n) -> {
                    String place = "safety.mission_call/" + row.getObject("id", UUID.class);
                    String note = row.getString("note");
                    return new NotedCall(
                            row.getInt("contact"),
                            row.getString("caller"),
                            row.getObject("called_at", OffsetDateTime.class).toInstant(),
                            row.getBoolean("answered"),
                            note == null ? "" : sealer.open(note, place).orElse(""));
                })
                .list();
    }

    /** Deletes sealed data and call list: they are needed while people travel. */
    void delete(MissionId mission) {
        db.sql("DELETE FROM safety.mission_sealed WHERE mission = ?")
                .param(mission.value())
                .update();
        db.sql("DELETE FROM safety.mission_call_list WHERE mission = ?")
                .param(mission.value())
                .update();
    }

    void deleteOfOthers(MissionId mission, Collection<PersonId> travellers) {
        db.sql("DELETE FROM safety.mission_sealed WHERE mission = ? AND person <> ALL (?)")
                .params(
                        mission.value(),
                        travellers.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
    }

    /** Closes the duress alerts of a mission; false if none is open. */
    boolean closeDuress(MissionId mission, String by, String note) {
        return db.sql("""
                        UPDATE safety.mission_escalation e SET closed_at = :now, closed_by = :by, closing_note = :note
                        FROM safety.mission_check_in c
                        WHERE c.id = e.check_in AND c.mission = :mission AND e.step = 'DURESS' AND e.closed_at IS NULL
                        """)
                        .param("now", SqlTime.now(clock))
                        .param("by", by)
                        .param("note", sealer.seal(note, closingPlace(mission)))
                        .param("mission", mission.value())
                        .update()
                > 0;
    }

    /** The duress alerts that were closed, each closing once, the latest first. */
    List<ClosedAlert> findClosed(MissionId mission) {
        return db.sql("""
                        SELECT DISTINCT e.closed_by, e.closed_at, e.closing_note
                        FROM safety.mission_escalation e JOIN safety.mission_check_in c ON c.id = e.check_in
                        WHERE c.mission = ? AND e.closed_at IS NOT NULL ORDER BY e.closed_at DESC LIMIT 20
                        """)
                .param(mission.value())
                .query((row, n) -> new ClosedAlert(
                        row.getString(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        sealer.open(row.getString(3), closingPlace(mission)).orElse("")))
                .list();
    }

    private String open(String sealed, String place) {
        return sealer.open(sealed, place).orElseThrow(() -> new Refused("mission.refused.keys"));
    }

    private static String place(UUID id) {
        return "safety.mission_sealed/" + id;
    }

    private static String closingPlace(MissionId mission) {
        return "safety.mission_escalation/" + mission.value();
    }

    private static String callPlace(MissionId mission) {
        return "safety.mission_call_list/" + mission.value();
    }
}
