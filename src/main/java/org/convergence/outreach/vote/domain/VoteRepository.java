package org.convergence.outreach.vote.domain;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.MajorityPolicy.VoteCount;
import org.convergence.outreach.assembly.domain.QuorumPolicy.QuorumResult;
import org.convergence.outreach.vote.domain.Delegate.DelegateId;
import org.convergence.outreach.vote.domain.Vote.Candidate;
import org.convergence.outreach.vote.domain.Vote.NamedBallot;
import org.convergence.outreach.vote.domain.Vote.VoteFacts;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.outreach.vote.domain.VotePolicy.BallotChoice;
import org.convergence.outreach.vote.domain.VotePolicy.PaperBatch;
import org.convergence.outreach.vote.domain.VotePolicy.VoteOutcome;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.database.VersionedRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Persistence of votes, their rolls and ballots. */
@Repository
class VoteRepository {

    private static final RecordMapper<Vote> VOTE = RecordMapper.of(Vote.class);

    private final JdbcClient db;
    private final Clock clock;

    VoteRepository(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The votes of a meeting in the order in which they were entered. */
    List<Vote> findByMeeting(MeetingId meeting) {
        return db.sql("SELECT * FROM outreach.vote WHERE meeting = ? ORDER BY id LIMIT 500")
                .param(meeting.value())
                .query(VOTE)
                .list();
    }

    Vote findById(VoteId id) {
        return find(id, "");
    }

    /** Locks a vote alone: waits for ballots that arrive, which then find it closed. */
    Vote lock(VoteId id) {
        return find(id, " FOR UPDATE");
    }

    /** Locks a vote with other ballots. */
    Vote lockShared(VoteId id) {
        return find(id, " FOR SHARE");
    }

    private Vote find(VoteId id, String lock) {
        return db.sql("SELECT * FROM outreach.vote WHERE id = ?" + lock)
                .param(id.value())
                .query(VOTE)
                .optional()
                .orElseThrow(() -> new NotFound("vote"));
    }

    VoteId insert(MeetingId meeting, VoteFacts facts, @Nullable VoteId amends, @Nullable String passage) {
        Map<String, @Nullable Object> values = VersionedRow.values(facts);
        values.put("meeting", meeting);
        values.put("amends", amends);
        values.put("passage", passage);
        values.put("state", "DRAFT");
        return new VoteId(VersionedRow.insert(db, "outreach.vote", values));
    }

    void delete(VoteId id) {
        db.sql("DELETE FROM outreach.vote_candidate WHERE vote = ?")
                .param(id.value())
                .update();
        db.sql("DELETE FROM outreach.vote WHERE id = ?").param(id.value()).update();
    }

    void setText(VoteId id, String text) {
        db.sql("UPDATE outreach.vote SET text = ?, version = version + 1 WHERE id = ?")
                .params(text, id.value())
                .update();
    }

    /** Whether another vote of the meeting is open. */
    boolean isAnotherOpen(MeetingId meeting) {
        return db.sql("SELECT EXISTS (SELECT FROM outreach.vote WHERE meeting = ? AND state = 'OPEN')")
                .param(meeting.value())
                .query(Boolean.class)
                .single();
    }

    /** Opens a vote with the roll of those present, and keeps a quorum that is missing. */
    void open(Vote vote, QuorumResult quorum) {
        db.sql("""
                        INSERT INTO outreach.vote_roll (vote, delegate, cards)
                        SELECT :vote, s.id, s.cards FROM outreach.vote_delegate s
                        JOIN outreach.vote_delegation d ON d.id = s.delegation
                        WHERE d.meeting = :meeting AND s.present AND s.cards > 0
                        """)
                .param("vote", vote.id().value())
                .param("meeting", vote.meeting().value())
                .update();
        db.sql("""
                        UPDATE outreach.vote SET state = 'OPEN', restored = false, version = version + 1, opened_at = :now,
                               quorum_present = CASE WHEN :counted < :needed THEN :counted END,
                               quorum_required = CASE WHEN :counted < :needed THEN :needed END,
                               present = (SELECT coalesce(sum(cards), 0) FROM outreach.vote_roll WHERE vote = :vote) WHERE id = :vote
                        """)
                .param("vote", vote.id().value())
                .param("now", SqlTime.now(clock))
                .param("counted", quorum.present())
                .param("needed", quorum.required())
                .update();
    }

    /** Notes who proposes and seconds a text. */
    void setMovers(VoteId id, @Nullable String mover, @Nullable String seconder) {
        db.sql("UPDATE outreach.vote SET mover = ?, seconder = ? WHERE id = ?")
                .params(Arrays.asList(mover, seconder, id.value()))
                .update();
    }

    /** Takes the opening back: the ballots are destroyed, nothing is published. */
    void takeBack(VoteId id) {
        for (String table : List.of("vote_ballot", "vote_roll")) {
            db.sql("DELETE FROM outreach." + table + " WHERE vote = ?")
                    .param(id.value())
                    .update();
        }
        db.sql("""
                        UPDATE outreach.vote SET state = 'DRAFT', version = version + 1, opened_at = NULL, present = NULL,
                               quorum_present = NULL, quorum_required = NULL WHERE id = ?
                        """).param(id.value()).update();
    }

    void close(
            VoteId id,
            VoteOutcome outcome,
            @Nullable VoteCount count,
            @Nullable PaperBatch batch,
            @Nullable UUID resolution) {
        db.sql("""
                        UPDATE outreach.vote SET state = 'CLOSED', version = version + 1, closed_at = :now, outcome = :outcome,
                               in_favour = :for, against = :against, abstained = :abstained, distributed = :distributed,
                               returned = :returned, spoilt = :spoilt, scrutineer = :scrutineer, second = :second, resolution = :resolution
                        WHERE id = :id
                        """)
                .param("id", id.value())
                .param("now", SqlTime.now(clock))
                .param("outcome", outcome.name())
                .param("for", count == null ? null : count.inFavour())
                .param("against", count == null ? null : count.against())
                .param("abstained", count == null ? null : count.abstentions())
                .param("distributed", batch == null ? null : batch.distributed())
                .param("returned", batch == null ? null : batch.returned())
                .param("spoilt", batch == null ? null : batch.spoilt())
                .param("scrutineer", batch == null ? null : batch.scrutineer())
                .param("second", batch == null ? null : batch.second())
                .param("resolution", resolution)
                .update();
    }

    List<Candidate> findCandidates(MeetingId meeting) {
        return db.sql("""
                        SELECT c.* FROM outreach.vote_candidate c JOIN outreach.vote v ON v.id = c.vote
                        WHERE v.meeting = ? ORDER BY c.elected DESC, c.voices DESC NULLS LAST, c.id LIMIT 500
                        """)
                .param(meeting.value())
                .query(RecordMapper.of(Candidate.class))
                .list();
    }

    void seat(UUID candidate, UUID mandate) {
        db.sql("UPDATE outreach.vote_candidate SET mandate = ? WHERE id = ?")
                .params(mandate, candidate)
                .update();
    }

    void addCandidate(VoteId vote, String name, String interests) {
        db.sql("INSERT INTO outreach.vote_candidate (id, vote, name, interests) VALUES (?, ?, ?, ?)")
                .params(Ids.next(), vote.value(), name, interests)
                .update();
    }

    void deleteCandidate(VoteId vote, UUID candidate) {
        db.sql("DELETE FROM outreach.vote_candidate WHERE vote = ? AND id = ?")
                .params(vote.value(), candidate)
                .update();
    }

    void saveResult(UUID candidate, @Nullable Integer voices, boolean elected) {
        db.sql("UPDATE outreach.vote_candidate SET voices = :voices, elected = :elected WHERE id = :id")
                .param("id", candidate)
                .param("voices", voices)
                .param("elected", elected)
                .update();
    }

    /** The cards of a delegate on a roll, locked; 0 if the delegate is not on it. */
    int lockRoll(VoteId vote, DelegateId delegate) {
        return findRollCards(vote, delegate, " FOR UPDATE");
    }

    /** The cards of a delegate on a roll; 0 if the delegate is not on it. */
    int findRollCards(VoteId vote, DelegateId delegate) {
        return findRollCards(vote, delegate, "");
    }

    private int findRollCards(VoteId vote, DelegateId delegate, String lock) {
        return db.sql("SELECT cards FROM outreach.vote_roll WHERE vote = ? AND delegate = ?" + lock)
                .params(vote.value(), delegate.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Replaces the ballot of a delegate. Ids are random and no time is kept. */
    void replaceBallot(VoteId vote, DelegateId delegate, Map<BallotChoice, Integer> parts) {
        db.sql("DELETE FROM outreach.vote_ballot WHERE vote = ? AND delegate = ?")
                .params(vote.value(), delegate.value())
                .update();
        parts.forEach((choice, cards) -> {
            if (cards > 0) {
                db.sql("INSERT INTO outreach.vote_ballot (id, vote, delegate, choice, cards) VALUES (?, ?, ?, ?, ?)")
                        .params(UUID.randomUUID(), vote.value(), delegate.value(), choice.name(), cards)
                        .update();
            }
        });
    }

    Map<BallotChoice, Integer> findBallot(VoteId vote, DelegateId delegate) {
        Map<BallotChoice, Integer> parts = new EnumMap<>(BallotChoice.class);
        db.sql("SELECT choice, cards FROM outreach.vote_ballot WHERE vote = ? AND delegate = ?")
                .params(vote.value(), delegate.value())
                .query(row -> {
                    parts.put(BallotChoice.valueOf(row.getString("choice")), row.getInt("cards"));
                });
        return parts;
    }

    /** The ballots by name of a meeting's closed votes. */
    List<NamedBallot> findBallots(MeetingId meeting) {
        return db.sql("""
                        SELECT b.vote, coalesce(o.short_name, o.name, p.display_name) AS delegation, s.name, b.choice, b.cards
                        FROM outreach.vote_ballot b JOIN outreach.vote v ON v.id = b.vote
                        JOIN outreach.vote_delegate s ON s.id = b.delegate
                        JOIN outreach.vote_delegation d ON d.id = s.delegation
                        LEFT JOIN directory.people_organisation_name o ON o.id = d.organisation
                        LEFT JOIN directory.people_person_name p ON p.id = d.person
                        WHERE v.meeting = ? AND v.state = 'CLOSED' ORDER BY delegation, s.name, b.choice LIMIT 10000
                        """)
                .param(meeting.value())
                .query(RecordMapper.of(NamedBallot.class))
                .list();
    }

    /** The cards of an open vote's ballots, without their choices. */
    int countCast(VoteId vote) {
        return db.sql("SELECT coalesce(sum(cards), 0) FROM outreach.vote_ballot WHERE vote = ?")
                .param(vote.value())
                .query(Integer.class)
                .single();
    }

    /** Counts the ballots of a locked vote. */
    VoteCount count(VoteId vote, int present) {
        Map<BallotChoice, Integer> sums = new EnumMap<>(BallotChoice.class);
        db.sql("SELECT choice, sum(cards) AS cards FROM outreach.vote_ballot WHERE vote = ? GROUP BY choice")
                .param(vote.value())
                .query(row -> {
                    sums.put(BallotChoice.valueOf(row.getString("choice")), row.getInt("cards"));
                });
        return new VoteCount(
                sums.getOrDefault(BallotChoice.FOR, 0),
                sums.getOrDefault(BallotChoice.AGAINST, 0),
                sums.getOrDefault(BallotChoice.ABSTAIN, 0),
                present);
    }

    /** Delegates whose ballots do not sum to their cards on the roll. */
    int countBroken(VoteId vote) {
        return db.sql("""
                        SELECT count(*) FROM outreach.vote_roll r
                        JOIN LATERAL (SELECT sum(b.cards) AS cards FROM outreach.vote_ballot b
                                      WHERE b.vote = r.vote AND b.delegate = r.delegate) given ON given.cards <> r.cards
                        WHERE r.vote = ?
                        """).param(vote.value()).query(Integer.class).single();
    }
}
