package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.MajorityPolicy.Voices;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records resolutions, with votes and numbers, and declared interests. */
@Service
@Transactional
@Requires(AssemblyPermissions.PREPARE)
public class ResolutionKeeping {

    private final OpenMeetings open;
    private final MeetingStore meetings;
    private final ResolutionStore resolutions;
    private final BodyReading bodies;
    private final MinutesReading minutes;
    private final MeetingEvidence evidence;
    private final JdbcClient db;

    ResolutionKeeping(
            OpenMeetings open,
            MeetingStore meetings,
            ResolutionStore resolutions,
            BodyReading bodies,
            MinutesReading minutes,
            MeetingEvidence evidence,
            JdbcClient db) {
        this.open = open;
        this.meetings = meetings;
        this.resolutions = resolutions;
        this.bodies = bodies;
        this.minutes = minutes;
        this.evidence = evidence;
        this.db = db;
    }

    /**
     * Records a resolution under an item. Its number follows the previous one; the vote and the rules of that day
     * decide whether it carries.
     *
     * @throws Refused if more votes were cast than seats were represented, or the meeting is not held
     */
    public UUID record(UUID itemId, ResolutionFacts facts) {
        Item item = open.item(itemId);
        Meeting meeting = numbered(open.held(new MeetingId(item.meeting())));
        int sequence = db.sql(
                        "SELECT coalesce(max(sequence), 0) + 1 FROM outreach.assembly_resolution WHERE meeting = ?")
                .param(meeting.id())
                .query(Integer.class)
                .single();
        Resolution.Vote vote = vote(meeting, facts, voices(meeting));
        Resolution made = resolutions.save(Resolution.of(meeting.id(), itemId, sequence, facts, vote));
        tell(meeting, made);
        return made.id();
    }

    /**
     * Corrects a resolution; its number stays. So does the number of possible votes, even if people came or left since;
     * it can only grow, with a changed vote, after an omission in the attendance.
     */
    public void correct(UUID id, int version, ResolutionFacts facts) {
        Resolution before = load(id);
        Meeting meeting = open.held(new MeetingId(before.meeting()));
        Versions.requireSame(Resolution.TABLE, id, version, before.version());
        int counted = before.vote().present();
        boolean sameVote = Objects.equals(before.vote().ballot(), facts.ballot());
        Resolution.Vote vote = vote(meeting, facts, sameVote ? counted : Math.max(counted, voices(meeting)));
        tell(meeting, Versions.save(resolutions, before.saying(facts, vote), Resolution.TABLE, id, version));
    }

    /** Records a declared interest, and whether the person abstained from the vote (R-GOV-10). */
    public UUID declare(UUID itemId, PersonId person, String nature, @Nullable String value, boolean abstained) {
        Item item = open.item(itemId);
        open.held(new MeetingId(item.meeting()));
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO outreach.assembly_interest (id, meeting, item, person, nature, value, abstained)
                        VALUES (:id, :meeting, :item, :person, :nature, :value, :abstained)
                        """)
                .param("id", id)
                .param("meeting", item.meeting())
                .param("item", itemId)
                .param("person", person.value())
                .param("nature", nature)
                .param("value", value)
                .param("abstained", abstained)
                .update();
        return id;
    }

    /** Deletes a declaration recorded by mistake. */
    public void undeclare(MeetingId meeting, UUID id) {
        open.held(meeting);
        int gone = db.sql("DELETE FROM outreach.assembly_interest WHERE id = ? AND meeting = ?")
                .params(id, meeting.value())
                .update();
        if (gone == 0) {
            throw new NotFound("interest");
        }
    }

    private int voices(Meeting meeting) {
        return minutes.present(meeting).voices();
    }

    private Resolution.Vote vote(Meeting meeting, ResolutionFacts facts, int present) {
        ResolutionFacts.Ballot ballot = facts.ballot();
        Voices voices = ballot == null
                ? new Voices(present, 0, 0, present)
                : new Voices(ballot.inFavour(), ballot.against(), ballot.abstained(), present);
        MajorityPolicy.requirePossible(voices);
        Majority rule = rule(meeting, facts.article());
        return new Resolution.Vote(
                ballot == null,
                voices.inFavour(),
                voices.against(),
                voices.abstentions(),
                present,
                Json.of(rule),
                MajorityPolicy.carries(rule, voices));
    }

    private Majority rule(Meeting meeting, @Nullable String article) {
        LocalDate day = meeting.day();
        return bodies.rulesOn(new BodyId(meeting.body()), day).majorities().stream()
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
    private Meeting numbered(Meeting meeting) {
        if (meeting.series() != null) {
            return meeting;
        }
        Body body = bodies.one(meeting.bodyId());
        String code = meeting.plan().special() && body.specialCode() != null ? body.specialCode() : body.code();
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended('outreach.assembly series ' || ?, 0))")
                .param(ResolutionLabel.series(code, meeting.day(), 0))
                .query((row, n) -> true)
                .single();
        int rank = 0;
        while (isTaken(ResolutionLabel.series(code, meeting.day(), rank))) {
            rank++;
        }
        return meetings.save(meeting.numbered(ResolutionLabel.series(code, meeting.day(), rank)));
    }

    private boolean isTaken(String series) {
        return db.sql("SELECT EXISTS (SELECT FROM outreach.assembly_meeting WHERE series = ?)")
                .param(series)
                .query(Boolean.class)
                .single();
    }

    private void tell(Meeting meeting, Resolution made) {
        String label = ResolutionLabel.of(Objects.requireNonNull(meeting.series()), made.sequence());
        evidence.resolved(meeting, made.id(), label, made.text(), made.vote().carried());
    }

    private Resolution load(UUID id) {
        return resolutions.findById(id).orElseThrow(() -> new NotFound("resolution"));
    }
}
