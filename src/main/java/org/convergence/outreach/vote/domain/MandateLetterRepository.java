package org.convergence.outreach.vote.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.ReplyAnswer;
import org.convergence.outreach.vote.domain.MandateLetter.MandateStatement;
import org.convergence.outreach.vote.domain.MandateLetter.NamedDelegate;
import org.convergence.outreach.vote.domain.MandateLetter.NamedPerson;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Persistence of mandate letters, of the people that they name, and of their links. */
@Repository
class MandateLetterRepository {

    static final String TABLE = "outreach.vote_mandate";
    static final String PEOPLE = "outreach.vote_named";

    /** How long links open their letters, and addresses stay, after the assembly, in days. */
    private static final int DAYS_AFTER = 30;

    private static final RecordMapper<MandateLetter> LETTER = RecordMapper.of(MandateLetter.class);
    private static final RecordMapper<NamedDelegate> NAMED = RecordMapper.of(NamedDelegate.class);

    private final JdbcClient db;
    private final Clock clock;

    private static final String SELECT = """
            SELECT m.id, m.version, m.meeting, m.organisation, least(m.due_on, a.day) AS due_on, m.asked_at,
                   m.answered_at, m.by_link, m.signed_by, m.authority, m.document
              FROM outreach.vote_mandate m JOIN outreach.assembly_meeting_day a ON a.id = m.meeting
             WHERE\s""";

    MandateLetterRepository(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Map<OrganisationId, MandateLetter> findByMeeting(MeetingId meeting) {
        return db.sql(SELECT + "m.meeting = ?").param(meeting.value()).query(LETTER).list().stream()
                .collect(Collectors.toMap(MandateLetter::organisation, Function.identity()));
    }

    MandateLetter findById(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("mandate"));
    }

    Optional<MandateLetter> find(UUID id) {
        return db.sql(SELECT + "m.id = ?").param(id).query(LETTER).optional();
    }

    /** The letter of a member, locked; a new one, due on a day, if there is none. */
    MandateLetter lockOrInsert(MeetingId meeting, OrganisationId organisation, LocalDate dueOn) {
        db.sql("""
                        INSERT INTO outreach.vote_mandate (id, meeting, organisation, due_on) VALUES (?, ?, ?, ?)
                        ON CONFLICT (meeting, organisation) DO NOTHING""")
                .params(Ids.next(), meeting.value(), organisation.value(), dueOn)
                .update();
        return db.sql(SELECT + "m.meeting = ? AND m.organisation = ? FOR UPDATE OF m")
                .params(meeting.value(), organisation.value())
                .query(LETTER)
                .single();
    }

    /** As {@link #lockOrInsert}, for a member whose notice is noted as delivered. */
    MandateLetter lockOrInsertAsked(MeetingId meeting, UUID organisation, LocalDate dueOn) {
        MandateLetter letter = lockOrInsert(meeting, new OrganisationId(organisation), dueOn);
        if (letter.askedAt() == null) {
            setAsked(letter.id(), letter.dueOn());
        }
        return letter;
    }

    /** Members to whom nothing was written are not asked any longer. */
    void clearUnasked(MeetingId meeting) {
        db.sql("""
                        UPDATE outreach.vote_mandate m SET asked_at = NULL
                         WHERE m.meeting = ? AND m.asked_at IS NOT NULL
                           AND NOT EXISTS (SELECT FROM outreach.vote_letter l WHERE l.mandate = m.id AND l.named IS NULL)""").param(meeting.value()).update();
    }

    /** Locks the letters of a meeting, so that nobody is reminded twice at once. */
    void lock(MeetingId meeting) {
        db.sql("SELECT id FROM outreach.vote_mandate WHERE meeting = ? ORDER BY id FOR UPDATE")
                .param(meeting.value())
                .query(UUID.class)
                .list();
    }

    void setAsked(UUID id, LocalDate dueOn) {
        db.sql("UPDATE outreach.vote_mandate SET asked_at = ?, due_on = ?, version = version + 1 WHERE id = ?")
                .params(SqlTime.now(clock), dueOn, id)
                .update();
    }

    /** Moves the last day of the letters that were asked for, and returns their number. */
    int moveDue(MeetingId meeting, LocalDate dueOn) {
        return db.sql("UPDATE outreach.vote_mandate SET due_on = :due"
                        + " WHERE meeting = :meeting AND asked_at IS NOT NULL AND due_on <> :due")
                .param("due", dueOn)
                .param("meeting", meeting.value())
                .update();
    }

    /** @param document {@code null} to leave the uploaded letter as it is */
    void save(UUID id, MandateStatement facts, @Nullable DocumentId document, boolean byLink) {
        db.sql("""
                        UPDATE outreach.vote_mandate
                           SET signed_by = :signed, authority = :authority, document = coalesce(:document, document),
                               answered_at = :now, by_link = :link, version = version + 1
                         WHERE id = :id""")
                .param("signed", facts.signedBy())
                .param("authority", facts.authority())
                .param("document", document == null ? null : document.value())
                .param("now", SqlTime.now(clock))
                .param("link", byLink)
                .param("id", id)
                .update();
        savePeople(id, facts.people());
    }

    /**
     * A person who is named again keeps their reply and the notice sent to them; with another address, their reply
     * alone. Links of the others are deleted with them.
     */
    private void savePeople(UUID mandate, List<NamedPerson> people) {
        List<NamedDelegate> before = findPeople("n.mandate = ?", mandate);
        Map<NamedPerson, NamedDelegate> kept = MandateLetter.findKept(before, people);
        for (int i = 0; i < people.size(); i++) {
            NamedPerson each = people.get(i);
            NamedDelegate known = kept.get(each);
            UUID id = known == null ? Ids.next() : known.id();
            db.sql("""
                            INSERT INTO outreach.vote_named (id, mandate, position, name, mail, substitute)
                            VALUES (?, ?, ?, ?, ?, ?)
                            ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name,
                                   mail = excluded.mail, substitute = excluded.substitute""")
                    .param(id)
                    .param(mandate)
                    .param(i)
                    .param(each.name())
                    .param(each.mail())
                    .param(each.substitute())
                    .update();
            if (known == null) {
                MandateLetter.findReplied(before, kept.values(), each).ifPresent(old -> copyReply(old.id(), id));
            }
        }
        before.stream()
                .filter(each -> !kept.containsValue(each))
                .forEach(each -> db.sql("DELETE FROM outreach.vote_named WHERE id = ?")
                        .param(each.id())
                        .update());
    }

    private void copyReply(UUID from, UUID to) {
        db.sql("""
                        UPDATE outreach.vote_named n
                           SET answer = o.answer, words = o.words, answered_at = o.answered_at, answered_for = o.answered_for
                          FROM outreach.vote_named o WHERE o.id = ? AND n.id = ?""").params(from, to).update();
    }

    /** A reply given for another day or hour does not count, as for the holders of seats. */
    private List<NamedDelegate> findPeople(String condition, UUID parameter) {
        return db.sql("""
                        SELECT n.id, n.mandate, n.name, n.mail, n.substitute, r.answer, r.words, r.answered_at
                          FROM outreach.vote_named n JOIN outreach.vote_mandate m ON m.id = n.mandate
                          JOIN outreach.assembly_meeting_day a ON a.id = m.meeting
                          LEFT JOIN outreach.vote_named r ON r.id = n.id AND r.answered_for = a.begins
                         WHERE\s""" + condition + " ORDER BY n.mandate, n.substitute, n.position, n.id")
                .param(parameter)
                .query(NAMED)
                .list();
    }

    /** The people named for a meeting, by letter; delegates first. */
    Map<UUID, List<NamedDelegate>> findPeople(MeetingId meeting) {
        return findPeople("m.meeting = ?", meeting.value()).stream()
                .collect(Collectors.groupingBy(NamedDelegate::mandate));
    }

    Optional<NamedDelegate> findNamed(UUID id) {
        return findPeople("n.id = ?", id).stream().findFirst();
    }

    /** The seat that a person named bears in the hall: of a substitute, the seat taken; empty for none. */
    Optional<Delegate> findBearer(UUID named) {
        return findNamed(named)
                .flatMap(person ->
                        db.sql("""
                        SELECT s.* FROM outreach.vote_mandate m
                        JOIN outreach.vote_delegation d ON d.meeting = m.meeting AND d.organisation = m.organisation
                        JOIN outreach.vote_delegate s ON s.delegation = d.id WHERE m.id = ?
                        """).param(person.mandate()).query(RecordMapper.of(Delegate.class)).list().stream()
                                .filter(each ->
                                        TextNormalizer.fold(each.name()).equals(TextNormalizer.fold(person.name())))
                                .findFirst());
    }

    void saveReply(UUID named, ReplyAnswer answer, String words) {
        db.sql("""
                        UPDATE outreach.vote_named n
                           SET answer = ?, words = ?, answered_at = ?, answered_for = a.begins
                          FROM outreach.vote_mandate m JOIN outreach.assembly_meeting_day a ON a.id = m.meeting
                         WHERE m.id = n.mandate AND n.id = ?""").params(answer.name(), words, SqlTime.now(clock), named).update();
    }

    /** Makes the replies of these people for an hour count no longer. */
    void voidReplies(Collection<UUID> people, LocalDateTime begins) {
        db.sql("UPDATE outreach.vote_named SET answered_for = NULL WHERE id = ANY (?) AND answered_for = ?")
                .params(people.toArray(UUID[]::new), begins)
                .update();
    }

    /** Creates a link to a letter; those of earlier mails stay valid. */
    String issueLink(UUID mandate) {
        Token token = Token.random();
        db.sql("INSERT INTO outreach.vote_mandate_link (id, mandate, token, made_at) VALUES (?, ?, ?, ?)")
                .params(Ids.next(), mandate, token.hash(), SqlTime.now(clock))
                .update();
        return token.secret();
    }

    Optional<UUID> findByLink(String secret, LocalDate today) {
        return db.sql("""
                        SELECT m.id FROM outreach.vote_mandate_link l JOIN outreach.vote_mandate m ON m.id = l.mandate
                          JOIN outreach.assembly_meeting_day a ON a.id = m.meeting
                         WHERE l.token = ? AND a.day >= ?""")
                .params(Token.hashOf(secret), today.minusDays(DAYS_AFTER))
                .query(UUID.class)
                .optional();
    }

    /** Deletes expired links, and the addresses of people named (R-L25-23). */
    void deleteExpired(LocalDate today) {
        LocalDate since = today.minusDays(DAYS_AFTER);
        db.sql("""
                        DELETE FROM outreach.vote_mandate_link l
                         USING outreach.vote_mandate m JOIN outreach.assembly_meeting_day a ON a.id = m.meeting
                         WHERE m.id = l.mandate AND a.day < ?""").param(since).update();
        db.sql("""
                        UPDATE outreach.vote_named n SET mail = NULL
                          FROM outreach.vote_mandate m JOIN outreach.assembly_meeting_day a ON a.id = m.meeting
                         WHERE m.id = n.mandate AND a.day < ? AND n.mail IS NOT NULL""").param(since).update();
    }
}
