package org.convergence.outreach.assembly.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.outreach.assembly.domain.DatePoll.AskedPerson;
import org.convergence.outreach.assembly.domain.DatePoll.DatePollId;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.jobs.RecurringWork;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads questions about dates, and the people who are asked. */
@Component
record DatePollRepository(JdbcClient db) {

    private static final String SELECT = """
            SELECT p.id, p.body, b.name AS body_name, p.title, p.place, p.online, to_jsonb(p.dates) AS dates, p.meeting
            FROM outreach.assembly_date_poll p JOIN outreach.assembly_body b ON b.id = p.body
            """;

    private static final Duration DAYS = Duration.ofDays(7);

    private static final String PEOPLE = """
            SELECT a.id, a.poll, a.person, n.display_name AS name, to_jsonb(a.answers) AS answers
            FROM outreach.assembly_date_answer a JOIN directory.people_person_name n ON n.id = a.person
            """;

    /** Those without a meeting, the latest first. */
    List<DatePoll> findOpen() {
        return db.sql(SELECT + " WHERE p.meeting IS NULL ORDER BY p.id DESC LIMIT 20")
                .query(RecordMapper.of(DatePoll.class))
                .list();
    }

    DatePoll findById(DatePollId id) {
        return find(id, "");
    }

    /** Locks a question: an answer that arrives meanwhile waits. */
    DatePoll lock(DatePollId id) {
        return find(id, " FOR UPDATE OF p");
    }

    private DatePoll find(DatePollId id, String lock) {
        return db.sql(SELECT + " WHERE p.id = ?" + lock)
                .param(id.value())
                .query(RecordMapper.of(DatePoll.class))
                .optional()
                .orElseThrow(() -> new NotFound("dates"));
    }

    /** The people who are asked, in the order of their seats. */
    List<AskedPerson> findPeople(DatePollId id) {
        return db.sql(PEOPLE + " WHERE a.poll = ? ORDER BY a.id")
                .param(id.value())
                .query(RecordMapper.of(AskedPerson.class))
                .list();
    }

    /** Deletes links a week after their end (R-L25-23). */
    @Bean
    static RecurringWork dateLinkSweep(JdbcClient db, Clock clock) {
        return RecurringWork.of(
                "assembly-sweep",
                "0 55 4 * * *",
                () -> db.sql("DELETE FROM outreach.assembly_date_link WHERE expires_at < ?")
                        .param(SqlTime.at(clock.instant().minus(DAYS)))
                        .update());
    }

    Optional<AskedPerson> findPerson(UUID id) {
        return db.sql(PEOPLE + " WHERE a.id = ?")
                .param(id)
                .query(RecordMapper.of(AskedPerson.class))
                .optional();
    }
}
