package org.convergence.education.internship.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.domain.InternshipCall.CriterionFacts;
import org.convergence.education.internship.domain.InternshipCall.InternshipCallFacts;
import org.convergence.education.internship.domain.InternshipCall.InternshipCriterion;
import org.convergence.education.internship.domain.InternshipCall.InternshipDeparture;
import org.convergence.education.internship.domain.InternshipCall.InternshipStay;
import org.convergence.education.internship.domain.InternshipCall.SeatQuota;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Persistence of calls, with their criteria, reserved seats and readers. */
@Repository
class InternshipCallRepository {

    static final String TABLE = "education.internship_call";

    private final JdbcClient db;

    InternshipCallRepository(JdbcClient db) {
        this.db = db;
    }

    InternshipCall findById(InternshipCallId id) {
        return find(id, "");
    }

    /** The call, locked until the transaction ends. */
    InternshipCall lock(InternshipCallId id) {
        return find(id, " FOR UPDATE");
    }

    private InternshipCall find(InternshipCallId id, String lock) {
        return db.sql("SELECT * FROM education.internship_call WHERE id = ?" + lock)
                .param(id.value())
                .query(RecordMapper.of(InternshipCall.class))
                .optional()
                .orElseThrow(() -> new NotFound("internship"));
    }

    /** The calls, the latest first. */
    List<InternshipCall> findAll(int limit) {
        return db.sql("SELECT * FROM education.internship_call ORDER BY starts_on DESC, id DESC LIMIT ?")
                .param(limit)
                .query(RecordMapper.of(InternshipCall.class))
                .list();
    }

    /** The calls that a person reads for and that are not decided. */
    List<InternshipCall> findByReader(PersonId reader, int limit) {
        return db.sql("""
                        SELECT c.* FROM education.internship_call c
                        JOIN education.internship_reader r ON r.call = c.id AND r.person = :reader
                        WHERE c.state = 'PUBLISHED' ORDER BY c.closes_on, c.id LIMIT :limit
                        """)
                .param("reader", reader.value())
                .param("limit", limit)
                .query(RecordMapper.of(InternshipCall.class))
                .list();
    }

    List<InternshipCriterion> findCriteria(InternshipCallId call) {
        return db.sql("""
                        SELECT id, position, name_fr, name_en, most FROM education.internship_criterion
                        WHERE call = ? ORDER BY position
                        """)
                .param(call.value())
                .query(RecordMapper.of(InternshipCriterion.class))
                .list();
    }

    List<SeatQuota> findQuotas(InternshipCallId call) {
        return db.sql("""
                        SELECT q.organisation, o.name, q.seats FROM education.internship_quota q
                        JOIN directory.people_organisation_name o ON o.id = q.organisation
                        WHERE q.call = ? ORDER BY o.name, o.id
                        """)
                .param(call.value())
                .query(RecordMapper.of(SeatQuota.class))
                .list();
    }

    Map<OrganisationId, Integer> findSeats(InternshipCallId call) {
        Map<OrganisationId, Integer> seats = new LinkedHashMap<>();
        findQuotas(call).forEach(each -> seats.put(each.organisation(), each.seats()));
        return seats;
    }

    List<PersonId> findReaders(InternshipCallId call) {
        return db
                .sql("SELECT person FROM education.internship_reader WHERE call = ? ORDER BY person")
                .param(call.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    boolean isReader(InternshipCallId call, PersonId person) {
        return db.sql("SELECT EXISTS (SELECT FROM education.internship_reader WHERE call = ? AND person = ?)")
                .params(call.value(), person.value())
                .query(Boolean.class)
                .single();
    }

    /** The state and title of the mission, for pages that link to it. */
    Optional<InternshipDeparture> findDeparture(@Nullable UUID mission) {
        return mission == null
                ? Optional.empty()
                : db.sql("SELECT id, title, state, starts_on, ends_on FROM safety.mission_departure WHERE id = ?")
                        .param(mission)
                        .query(RecordMapper.of(InternshipDeparture.class))
                        .optional();
    }

    /** The days of the stay: those of its mission once one is linked, and those that the call announces until then. */
    InternshipStay findStay(InternshipCall call) {
        return findDeparture(call.mission())
                .map(each -> new InternshipStay(each.startsOn(), each.endsOn()))
                .orElseGet(() -> new InternshipStay(call.startsOn(), call.endsOn()));
    }

    /** The missions of interns that are not cancelled, the latest first. */
    List<InternshipDeparture> findDepartures() {
        return db.sql("""
                        SELECT id, title, state, starts_on, ends_on FROM safety.mission_departure
                        WHERE kind = 'INTERN' AND state <> 'CANCELLED' ORDER BY starts_on DESC, id LIMIT 50
                        """).query(RecordMapper.of(InternshipDeparture.class)).list();
    }

    /** The name of an organisation; {@code null} once it is deleted. */
    @Nullable
    String findName(OrganisationId organisation) {
        return db.sql("SELECT name FROM directory.people_organisation_name WHERE id = ?")
                .param(organisation.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Inserts a call, or replaces one at the version on which its form was opened. */
    void save(InternshipCallId id, @Nullable Integer version, InternshipCallFacts facts) {
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("title_fr", facts.titleFr());
        all.put("title_en", facts.titleEn());
        all.put("text_fr", facts.textFr());
        all.put("text_en", facts.textEn());
        all.put("destination", facts.destination());
        all.put("opens_on", facts.opensOn());
        all.put("closes_on", facts.closesOn());
        all.put("decides_on", facts.decidesOn());
        all.put("starts_on", facts.startsOn());
        all.put("ends_on", facts.endsOn());
        all.put("places", facts.places());
        all.put("return_activities", facts.returnActivities());
        all.put("return_by", facts.returnBy());
        all.put("contact", facts.contact());
        all.put("responsible", Identifier.uuidOf(facts.responsible()));
        all.put("action", Identifier.uuidOf(facts.action()));
        List<String> columns = List.copyOf(all.keySet());
        String sql = version == null
                ? "INSERT INTO education.internship_call (id, state, %s) VALUES (:id, 'DRAFT', %s)"
                        .formatted(String.join(", ", columns), ":" + String.join(", :", columns))
                : "UPDATE education.internship_call SET version = version + 1, %s WHERE id = :id AND version = :version"
                        .formatted(String.join(
                                ", ",
                                columns.stream()
                                        .map(each -> each + " = :" + each)
                                        .toList()));
        all.put("version", version);
        if (db.sql(sql).params(all).param("id", id.value()).update() == 0) {
            throw new EditConflict(TABLE, id.value(), version == null ? 0 : version);
        }
    }

    void saveQuotas(InternshipCallId call, Map<OrganisationId, Integer> quotas) {
        delete("education.internship_quota", call);
        quotas.forEach((organisation, seats) -> db.sql(
                        "INSERT INTO education.internship_quota (call, organisation, seats) VALUES (?, ?, ?)")
                .params(call.value(), organisation.value(), seats)
                .update());
    }

    /** Readers who stay keep their link; that of another ends. */
    void saveReaders(InternshipCallId call, List<PersonId> readers) {
        db.sql("DELETE FROM education.internship_reader WHERE call = :call AND person <> ALL (:readers)")
                .param("call", call.value())
                .param("readers", readers.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
        readers.forEach(each ->
                db.sql("""
                        INSERT INTO education.internship_reader (id, call, person) VALUES (?, ?, ?)
                        ON CONFLICT (call, person) DO NOTHING
                        """).params(Ids.next(), call.value(), each.value()).update());
    }

    /** Replaces the criteria, and the answers to them. */
    void saveCriteria(InternshipCallId call, List<CriterionFacts> criteria) {
        delete("education.internship_criterion", call);
        for (int i = 0; i < criteria.size(); i++) {
            CriterionFacts each = criteria.get(i);
            db.sql("""
                            INSERT INTO education.internship_criterion (id, call, position, name_fr, name_en, most)
                            VALUES (?, ?, ?, ?, ?, ?)
                            """)
                    .params(Ids.next(), call.value(), i + 1, each.nameFr(), each.nameEn(), each.most())
                    .update();
        }
    }

    private void delete(String table, InternshipCallId call) {
        db.sql("DELETE FROM " + table + " WHERE call = ?").param(call.value()).update();
    }

    void setState(
            InternshipCallId id,
            String state,
            @Nullable LocalDate decidedOn,
            @Nullable String note,
            @Nullable Integer received) {
        db.sql("""
                        UPDATE education.internship_call SET version = version + 1, state = :state,
                            decided_on = CAST(:on AS date), decision_note = :note, received = CAST(:received AS integer)
                        WHERE id = :id
                        """)
                .param("state", state)
                .param("on", decidedOn)
                .param("note", note)
                .param("received", received)
                .param("id", id.value())
                .update();
    }

    void setMission(InternshipCallId id, @Nullable UUID mission) {
        db.sql(
                        "UPDATE education.internship_call SET version = version + 1, mission = CAST(:mission AS uuid) WHERE id = :id")
                .param("mission", mission)
                .param("id", id.value())
                .update();
    }
}
