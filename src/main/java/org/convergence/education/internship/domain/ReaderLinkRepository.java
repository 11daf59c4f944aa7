package org.convergence.education.internship.domain;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Persistence of readers' progress and of their links. */
@Repository
class ReaderLinkRepository {

    private final JdbcClient db;
    private final Clock clock;

    ReaderLinkRepository(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A reader of a call.
     *
     * @param done the files that the reader scored
     * @param files the files sent
     */
    record ReaderProgress(UUID id, PersonId person, boolean hasLink, int done, int files) {}

    /** What a link opens. */
    record LinkedReader(InternshipCallId call, PersonId person) {}

    List<ReaderProgress> findProgress(InternshipCallId call) {
        return db.sql("""
                        SELECT r.id, r.person,
                               EXISTS (SELECT FROM education.internship_reader_link l WHERE l.reader = r.id) AS has_link,
                               (SELECT count(*) FROM education.internship_reading m
                                JOIN education.internship_application a ON a.id = m.application
                                WHERE a.call = r.call AND a.state = 'SUBMITTED' AND m.reader = r.person
                                  AND m.done_on IS NOT NULL) AS done,
                               (SELECT count(*) FROM education.internship_application a
                                WHERE a.call = r.call AND a.state = 'SUBMITTED') AS files
                        FROM education.internship_reader r WHERE r.call = ? ORDER BY r.person
                        """)
                .param(call.value())
                .query(RecordMapper.of(ReaderProgress.class))
                .list();
    }

    /** Makes a link, in a transaction of its own where a letter leaves. */
    @Transactional
    String issue(UUID reader) {
        Token token = Token.random();
        db.sql("INSERT INTO education.internship_reader_link (id, reader, token, made_at) VALUES (?, ?, ?, ?)")
                .params(Ids.next(), reader, token.hash(), SqlTime.now(clock))
                .update();
        return token.secret();
    }

    /** What a secret opens; nothing once the call is decided or taken back. */
    Optional<LinkedReader> findBySecret(String secret) {
        return db.sql("""
                        SELECT r.call, r.person FROM education.internship_reader_link l
                        JOIN education.internship_reader r ON r.id = l.reader
                        JOIN education.internship_call c ON c.id = r.call AND c.state = 'PUBLISHED'
                        WHERE l.token = ?
                        """)
                .param(Token.hashOf(secret))
                .query(RecordMapper.of(LinkedReader.class))
                .optional();
    }

    InternshipCallId findCall(UUID reader) {
        return new InternshipCallId(db.sql("SELECT call FROM education.internship_reader WHERE id = ?")
                .param(reader)
                .query(UUID.class)
                .single());
    }

    /** Whether a person is still a reader of a call whose files are read. */
    boolean isReading(UUID reader) {
        return db.sql("""
                        SELECT EXISTS (SELECT FROM education.internship_reader r
                                       JOIN education.internship_call c ON c.id = r.call AND c.state = 'PUBLISHED'
                                       WHERE r.id = ?)
                        """).param(reader).query(Boolean.class).single();
    }

    /** @return whether the reader is one of the call */
    boolean revoke(InternshipCallId call, UUID reader) {
        db.sql("DELETE FROM education.internship_reader_link WHERE reader = ?")
                .param(reader)
                .update();
        return db.sql("SELECT EXISTS (SELECT FROM education.internship_reader WHERE id = ? AND call = ?)")
                .params(reader, call.value())
                .query(Boolean.class)
                .single();
    }

    void revokeAll(InternshipCallId call) {
        db.sql("""
                        DELETE FROM education.internship_reader_link l USING education.internship_reader r
                        WHERE r.id = l.reader AND r.call = ?
                        """).param(call.value()).update();
    }
}
