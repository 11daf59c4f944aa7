package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.MajorityPolicy.VoteCount;
import org.convergence.outreach.assembly.domain.ResolutionFacts.CountReview;
import org.convergence.outreach.assembly.domain.ResolutionFacts.DelegateMovers;
import org.convergence.outreach.assembly.domain.ResolutionFacts.OpenedVote;
import org.convergence.outreach.assembly.domain.ResolutionFacts.QuorumCheck;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.TransactionLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records resolutions, with votes and numbers, and declared interests. */
@Service
@Transactional
@Requires(AssemblyPermissions.PREPARE)
public class ResolutionService {

    private final EditableMeetings open;
    private final MeetingRepository meetings;
    private final ResolutionRepository resolutions;
    private final BodyQueries bodies;
    private final MinutesQueries minutes;
    private final MeetingRealisationRecorder evidence;
    private final ResolutionRetakes retakes;
    private final ResolutionQueries queries;
    private final JdbcClient db;

    ResolutionService(
            EditableMeetings open,
            MeetingRepository meetings,
            ResolutionRepository resolutions,
            BodyQueries bodies,
            MinutesQueries minutes,
            MeetingRealisationRecorder evidence,
            ResolutionRetakes retakes,
            ResolutionQueries queries,
            JdbcClient db) {
        this.open = open;
        this.meetings = meetings;
        this.resolutions = resolutions;
        this.bodies = bodies;
        this.minutes = minutes;
        this.evidence = evidence;
        this.retakes = retakes;
        this.queries = queries;
        this.db = db;
    }

    /**
     * Records a resolution under an item. Its number follows the previous one; the vote and the rules of that day
     * decide whether it carries.
     *
     * @throws Refused if more votes were cast than seats were represented, or the meeting is not held
     */
    public UUID record(UUID itemId, ResolutionFacts facts) {
        Meeting meeting = open.lockHeld(new MeetingId(open.findItem(itemId).meeting()));
        return record(itemId, facts, DelegateMovers.NONE, OpenedVote.of(minutes.findAttendance(meeting)));
    }

    /**
     * As {@link #record(UUID, ResolutionFacts)}, for a vote that was counted by its roll.
     *
     * @param movers the delegates who proposed and seconded it
     * @param opening how the vote was opened
     */
    public UUID record(UUID itemId, ResolutionFacts facts, DelegateMovers movers, OpenedVote opening) {
        AgendaItem item = open.findItem(itemId);
        Meeting meeting = withSeries(open.lockHeld(new MeetingId(item.meeting())));
        int sequence = db.sql(
                        "SELECT coalesce(max(sequence), 0) + 1 FROM outreach.assembly_resolution WHERE meeting = ?")
                .param(meeting.id())
                .query(Integer.class)
                .single();
        Resolution.ResolutionVote vote = vote(meeting, facts, opening, null);
        Resolution made = resolutions.save(Resolution.of(meeting.id(), itemId, sequence, facts, movers, vote));
        recordRealisation(meeting, made);
        retakes.settle(item, meeting, made);
        return made.id();
    }

    /**
     * Corrects a resolution; its number stays. So does the number of possible votes, even if people came or left since;
     * it can only grow, with a changed vote, after an omission in the attendance.
     *
     * @param review whether the people counted for the vote were there, or those whose attendance is recorded now
     */
    public void correct(UUID id, int version, ResolutionFacts facts, CountReview review) {
        Resolution before = load(id);
        Meeting meeting = open.lockHeld(new MeetingId(before.meeting()));
        OptimisticLock.requireSameVersion(Resolution.TABLE, id, version, before.version());
        OpenedVote counted = before.vote().opening();
        boolean sameVote = Objects.equals(before.vote().ballot(), facts.ballot());
        OpenedVote now = OpenedVote.of(minutes.findAttendance(meeting));
        boolean kept = review != CountReview.RECOUNTED && (sameVote || now.cards() <= counted.cards());
        boolean confirmed =
                review == CountReview.CONFIRMED && queries.findById(id).quorumCheck() != null;
        QuorumCheck check = confirmed ? QuorumCheck.CONFIRMED : before.vote().quorumCheck();
        Resolution.ResolutionVote vote = kept ? vote(meeting, facts, counted, check) : vote(meeting, facts, now, null);
        recordRealisation(
                meeting,
                OptimisticLock.save(resolutions, before.withFacts(facts, vote), Resolution.TABLE, id, version));
    }

    /** Records a declared interest, and whether the person abstained from the vote (R-GOV-10). */
    public UUID declareInterest(
            UUID itemId, PersonId person, String nature, @Nullable String value, boolean abstained) {
        return declareInterest(itemId, person, null, nature, value, abstained);
    }

    /**
     * As {@link #declareInterest(UUID, PersonId, String, String, boolean)}, by a delegate of an assembly.
     *
     * @param delegate with the delegation, as at that moment
     */
    public UUID declareInterest(
            UUID itemId, String delegate, String nature, @Nullable String value, boolean abstained) {
        return declareInterest(itemId, null, delegate, nature, value, abstained);
    }

    private UUID declareInterest(
            UUID itemId,
            @Nullable PersonId person,
            @Nullable String delegate,
            String nature,
            @Nullable String value,
            boolean abstained) {
        AgendaItem item = open.findItem(itemId);
        open.lockHeld(new MeetingId(item.meeting()));
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO outreach.assembly_interest (id, meeting, item, person, delegate, nature, value, abstained)
                        VALUES (:id, :meeting, :item, :person, :delegate, :nature, :value, :abstained)
                        """)
                .param("id", id)
                .param("meeting", item.meeting())
                .param("item", itemId)
                .param("person", person == null ? null : person.value())
                .param("delegate", delegate)
                .param("nature", nature)
                .param("value", value)
                .param("abstained", abstained)
                .update();
        return id;
    }

    /** Deletes a declaration recorded by mistake. */
    public void deleteInterest(MeetingId meeting, UUID id) {
        open.lockHeld(meeting);
        int gone = db.sql("DELETE FROM outreach.assembly_interest WHERE id = ? AND meeting = ?")
                .params(id, meeting.value())
                .update();
        if (gone == 0) {
            throw new NotFound("interest");
        }
    }

    private Resolution.ResolutionVote vote(
            Meeting meeting, ResolutionFacts facts, OpenedVote opening, @Nullable QuorumCheck check) {
        int present = opening.cards();
        ResolutionFacts.Ballot ballot = facts.ballot();
        VoteCount voices = ballot == null
                ? new VoteCount(present, 0, 0, present)
                : new VoteCount(ballot.inFavour(), ballot.against(), ballot.abstained(), present);
        MajorityPolicy.requirePossible(voices);
        Majority rule = rule(meeting, facts.article());
        return new Resolution.ResolutionVote(
                ballot == null,
                voices.inFavour(),
                voices.against(),
                voices.abstentions(),
                present,
                Json.of(rule),
                MajorityPolicy.carries(rule, voices),
                opening.quorumPresent(),
                opening.quorumRequired(),
                check);
    }

    private Majority rule(Meeting meeting, @Nullable String article) {
        LocalDate day = meeting.day();
        return bodies.findRulesOn(new BodyId(meeting.body()), day).majorities().stream()
                .filter(each -> each.article().equals(article))
                .findFirst()
                .orElseGet(() -> {
                    if (article != null) {
                        throw new Refused("assembly.refused.unknown-article");
                    }
                    return Majority.simple("–");
                });
    }

    /** The meeting with its series, which is allotted at its first resolution and never changes. */
    private Meeting withSeries(Meeting meeting) {
        if (meeting.series() != null) {
            return meeting;
        }
        Body body = bodies.findById(meeting.bodyId());
        String code = meeting.plan().special() && body.specialCode() != null ? body.specialCode() : body.code();
        TransactionLock.acquire(db, "outreach.assembly series " + ResolutionLabel.series(code, meeting.day(), 0));
        int rank = 0;
        while (isTaken(ResolutionLabel.series(code, meeting.day(), rank))) {
            rank++;
        }
        return meetings.save(meeting.withSeries(ResolutionLabel.series(code, meeting.day(), rank)));
    }

    private boolean isTaken(String series) {
        return db.sql("SELECT EXISTS (SELECT FROM outreach.assembly_meeting WHERE series = ?)")
                .param(series)
                .query(Boolean.class)
                .single();
    }

    /** What was decided without a quorum is to be taken up again: it is not done yet, and returns on agendas. */
    private void recordRealisation(Meeting meeting, Resolution made) {
        String label = ResolutionLabel.format(Objects.requireNonNull(meeting.series()), made.sequence());
        evidence.recordResolution(
                meeting,
                made.id(),
                label,
                made.text(),
                made.vote().carried() && made.vote().quorumPresent() == null);
        retakes.update(meeting, made);
    }

    private Resolution load(UUID id) {
        return resolutions.findById(id).orElseThrow(() -> new NotFound("resolution"));
    }
}
