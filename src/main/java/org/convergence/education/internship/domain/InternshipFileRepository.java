package org.convergence.education.internship.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipFileState;
import org.convergence.education.internship.domain.InternshipFile.CandidateFacts;
import org.convergence.education.internship.domain.InternshipFile.InternRelease;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Persistence of files, their answers and links. */
@Repository
class InternshipFileRepository {

    /** The readings of a file {@code a}; totals are null until two are done, so that nobody sees one reader's first. */
    static final String READINGS = """
            CROSS JOIN LATERAL (
                SELECT count(*)::integer AS readings, CASE WHEN count(*) >= 2 THEN min(t.total)::integer END AS lowest,
                       CASE WHEN count(*) >= 2 THEN max(t.total)::integer END AS highest
                FROM (SELECT coalesce(sum(p.points), 0) AS total FROM education.internship_reading g
                      LEFT JOIN education.internship_score p ON p.reading = g.id
                      WHERE g.application = a.id AND g.done_on IS NOT NULL GROUP BY g.id) t) s
            """;

    private static final String FILES = """
            SELECT a.*, coalesce(o.name, a.typed_union, '') AS union_name, s.*, r.*,
                   coalesce((SELECT sum(hours) FROM education.internship_training WHERE application = a.id), 0) AS training_hours
            FROM education.internship_application a
            LEFT JOIN directory.people_organisation_name o ON o.id = a.organisation
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE state = 'PLANNED')::integer AS planned,
                       count(*) FILTER (WHERE state IN ('HELD', 'WAIVED'))::integer AS held,
                       coalesce(sum(people), 0)::integer AS people
                FROM education.internship_return WHERE application = a.id) r
            """ + READINGS;

    private static final RecordMapper<InternshipFile> FILE = RecordMapper.of(InternshipFile.class);
    private static final int MOST = 1_000;

    private final JdbcClient db;
    private final Clock clock;

    InternshipFileRepository(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    InternshipFile findById(InternshipFileId id) {
        return db.sql(FILES + "WHERE a.id = ?")
                .param(id.value())
                .query(FILE)
                .optional()
                .orElseThrow(() -> new NotFound("internship"));
    }

    /** The file, locked until the transaction ends. */
    InternshipFile lock(InternshipFileId id) {
        db.sql("SELECT id FROM education.internship_application WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(UUID.class)
                .optional();
        return findById(id);
    }

    /** The files that were sent, by number. */
    List<InternshipFile> findSent(InternshipCallId call) {
        return db.sql(FILES + "WHERE a.call = ? AND a.state <> 'DRAFT' ORDER BY a.number LIMIT " + MOST)
                .param(call.value())
                .query(FILE)
                .list();
    }

    /** The files whose answer reached nobody by letter. */
    List<InternshipFile> findUntold(InternshipCallId call) {
        return db.sql(FILES + "WHERE a.call = ? AND " + InternshipLetterSender.UNTOLD + " ORDER BY a.number LIMIT "
                        + MOST)
                .param(call.value())
                .query(FILE)
                .list();
    }

    /** The interns of a sending union, who were told. */
    List<InternshipFile> findInterns(OrganisationId union) {
        return db.sql(FILES + """
                        WHERE a.organisation = ? AND a.state = 'CHOSEN' AND a.told_on IS NOT NULL
                        ORDER BY a.told_on DESC, a.id LIMIT 100
                        """).param(union.value()).query(FILE).list();
    }

    int countSent(InternshipCallId call) {
        return db.sql("SELECT count(*) FROM education.internship_application WHERE call = ? AND state <> 'DRAFT'")
                .param(call.value())
                .query(Integer.class)
                .single();
    }

    /** Whether anything was begun, sent or read, so that the criteria must stay. */
    boolean isBegun(InternshipCallId call) {
        return db.sql("SELECT EXISTS (SELECT FROM education.internship_application WHERE call = ?)")
                .param(call.value())
                .query(Boolean.class)
                .single();
    }

    /** Inserts a file with the next number; the call is locked by the caller. */
    InternshipFileId insert(InternshipCallId call, CandidateFacts facts) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO education.internship_application
                               (id, call, number, name, mail, phone, language, organisation, typed_union, state, consented_at)
                        SELECT :id, :call, coalesce(max(number), 0) + 1, :name, :mail, :phone, :language,
                               CAST(:organisation AS uuid), :unionName, 'DRAFT', :now
                        FROM education.internship_application WHERE call = :call
                        """)
                .param("id", id)
                .param("call", call.value())
                .param("now", SqlTime.now(clock))
                .params(values(facts))
                .update();
        return new InternshipFileId(id);
    }

    private static Map<String, @Nullable Object> values(CandidateFacts facts) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("name", facts.name());
        all.put("mail", facts.mail());
        all.put("phone", facts.phone());
        all.put("language", facts.language());
        all.put("organisation", Identifier.uuidOf(facts.organisation()));
        all.put("unionName", facts.organisation() == null ? facts.unionName() : null);
        return all;
    }

    void update(InternshipFileId id, CandidateFacts facts) {
        db.sql("""
                        UPDATE education.internship_application SET version = version + 1, name = :name, mail = :mail,
                            phone = :phone, language = :language, organisation = CAST(:organisation AS uuid),
                            typed_union = :unionName
                        WHERE id = :id
                        """).param("id", id.value()).params(values(facts)).update();
    }

    Map<UUID, String> findAnswers(InternshipFileId id) {
        Map<UUID, String> answers = new LinkedHashMap<>();
        db.sql("SELECT criterion, text FROM education.internship_answer WHERE application = ?")
                .param(id.value())
                .query(RecordMapper.of(FileAnswer.class))
                .list()
                .forEach(each -> answers.put(each.criterion(), each.text()));
        return answers;
    }

    /** An answer to a criterion. */
    record FileAnswer(UUID criterion, String text) {}

    void saveAnswers(InternshipFileId id, Map<UUID, String> answers) {
        db.sql("DELETE FROM education.internship_answer WHERE application = ?")
                .param(id.value())
                .update();
        answers.forEach((criterion, text) -> {
            if (!text.isBlank()) {
                db.sql("INSERT INTO education.internship_answer (id, application, criterion, text) VALUES (?, ?, ?, ?)")
                        .params(Ids.next(), id.value(), criterion, text)
                        .update();
            }
        });
    }

    void setState(InternshipFileId id, InternshipFileState state) {
        db.sql("""
                        UPDATE education.internship_application SET version = version + 1, state = :state,
                            submitted_at = CASE WHEN :state = 'SUBMITTED' THEN coalesce(submitted_at, :now) ELSE submitted_at END
                        WHERE id = :id
                        """)
                .param("state", state.name())
                .param("now", SqlTime.now(clock))
                .param("id", id.value())
                .update();
    }

    /** Withdraws a file: what the candidate wrote and how it was read is destroyed at once. */
    void withdraw(InternshipFileId id, LocalDate today) {
        setState(id, InternshipFileState.WITHDRAWN);
        db.sql("""
                        UPDATE education.internship_application SET withdrawn_on = coalesce(withdrawn_on, :today)
                        WHERE id = :id
                        """).param("today", today).param("id", id.value()).update();
        for (String table : List.of("internship_answer", "internship_reading", "internship_interview")) {
            db.sql("DELETE FROM education." + table + " WHERE application = ?")
                    .param(id.value())
                    .update();
        }
    }

    /** @param on {@code null} if the present answer was not told yet */
    void setTold(InternshipFileId id, @Nullable LocalDate on) {
        db.sql("UPDATE education.internship_application SET version = version + 1, told_on = :on WHERE id = :id")
                .param("on", on)
                .param("id", id.value())
                .update();
    }

    void setPerson(InternshipFileId id, @Nullable PersonId person) {
        db.sql(
                        "UPDATE education.internship_application SET version = version + 1, person = CAST(:person AS uuid) WHERE id = :id")
                .param("person", Identifier.uuidOf(person))
                .param("id", id.value())
                .update();
    }

    /** The union of the directory; without it, the name that the candidate typed is shown again. */
    void setUnion(InternshipFileId id, @Nullable OrganisationId union) {
        db.sql("UPDATE education.internship_application SET version = version + 1, organisation = CAST(:union AS uuid)"
                        + " WHERE id = :id")
                .param("union", Identifier.uuidOf(union))
                .param("id", id.value())
                .update();
    }

    void setAttested(InternshipFileId id, @Nullable LocalDate on) {
        db.sql("UPDATE education.internship_application SET version = version + 1, attested_on = CAST(:on AS date)"
                        + " WHERE id = :id")
                .param("on", on)
                .param("id", id.value())
                .update();
    }

    void setNamedToHost(InternshipFileId id, @Nullable LocalDate on) {
        db.sql("UPDATE education.internship_application SET version = version + 1, host_named_on = CAST(:on AS date)"
                        + " WHERE id = :id")
                .param("on", on)
                .param("id", id.value())
                .update();
    }

    /** Forgets which interns agreed to be named to the host of a cohort. */
    void clearHostNaming(InternshipCallId call) {
        db.sql("UPDATE education.internship_application SET version = version + 1, host_named_on = NULL"
                        + " WHERE call = ? AND host_named_on IS NOT NULL")
                .param(call.value())
                .update();
    }

    void saveRelease(InternshipFileId id, InternRelease release) {
        db.sql("""
                        UPDATE education.internship_application SET version = version + 1, release_days = :days,
                            release_daily_pay = :pay, release_charges = :charges, release_asked_on = :asked,
                            release_state = :state, release_answered_on = CAST(:answered AS date), release_matched_in = :matched
                        WHERE id = :id
                        """)
                .param("days", release.days())
                .param("pay", release.dailyPay())
                .param("charges", release.charges())
                .param("asked", release.askedOn())
                .param("state", release.state().name())
                .param("answered", release.answeredOn())
                .param("matched", release.matchedIn())
                .param("id", id.value())
                .update();
    }

    /** Makes a link, in a transaction of its own where a letter leaves. */
    @Transactional
    String issueLink(InternshipFileId file) {
        Token token = Token.random();
        db.sql("INSERT INTO education.internship_link (id, application, token, made_at) VALUES (?, ?, ?, ?)")
                .params(Ids.next(), file.value(), token.hash(), SqlTime.now(clock))
                .update();
        return token.secret();
    }

    Optional<InternshipFileId> findByLink(String secret) {
        return db.sql("SELECT application FROM education.internship_link WHERE token = ?")
                .param(Token.hashOf(secret))
                .query(UUID.class)
                .optional()
                .map(InternshipFileId::new);
    }
}
