package org.convergence.outreach.assembly.domain;

import java.util.List;
import java.util.Optional;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans, moves and cancels meetings. People and guests who got a letter about it are informed by letter. */
@Service
@Transactional
@Requires(AssemblyPermissions.PREPARE)
public class MeetingService {

    private final MeetingRepository meetings;
    private final AgendaItemRepository items;
    private final BodyRepository bodies;
    private final ChangeLetterSender letters;
    private final MeetingRealisationRecorder evidence;
    private final MinutesQueries minutes;
    private final JdbcClient db;
    private final OrganisationSettings settings;

    MeetingService(
            MeetingRepository meetings,
            AgendaItemRepository items,
            BodyRepository bodies,
            ChangeLetterSender letters,
            OrganisationSettings settings,
            MeetingRealisationRecorder evidence,
            MinutesQueries minutes,
            JdbcClient db) {
        this.meetings = meetings;
        this.items = items;
        this.bodies = bodies;
        this.letters = letters;
        this.settings = settings;
        this.evidence = evidence;
        this.minutes = minutes;
        this.db = db;
    }

    /**
     * Plans a meeting; its agenda begins with the standing items of the body (R-GOV-13).
     *
     * @throws Refused if the body has ended by that day, or the hour does not exist
     */
    public MeetingId plan(BodyId id, MeetingFacts facts) {
        Body body = bodies.findById(id.value()).orElseThrow(() -> new NotFound("body"));
        if (body.endedOn() != null && facts.begins().toLocalDate().isAfter(body.endedOn())) {
            throw new Refused("assembly.refused.body-ended", body.endedOn());
        }
        MeetingPolicy.requireExists(facts.begins(), settings.current().zone());
        Meeting meeting = meetings.save(Meeting.of(id, facts));
        List<String> standing = body.standing();
        for (int place = 0; place < standing.size(); place++) {
            items.save(AgendaItem.of(meeting.id(), place + 1, AgendaItemFacts.of(standing.get(place))));
        }
        return meeting.typedId();
    }

    /**
     * The letters that {@link #correct} would post to people whose notice left; empty if there are none.
     *
     * @throws Refused as {@link #correct} does
     */
    @Transactional(readOnly = true)
    public Optional<MailingPreview> previewCorrection(MeetingId id, int version, MeetingFacts facts) {
        Meeting before = meetings.findById(id.value()).orElseThrow(() -> new NotFound("meeting"));
        requireCorrectable(before, version, facts);
        return preview(before, before.withFacts(facts));
    }

    /**
     * Corrects time and place. Waiting notices are rewritten; people whose notice left, and tells another time or place,
     * get a letter.
     */
    public ChangeLetters correct(MeetingId id, int version, MeetingFacts facts) {
        Meeting before = meetings.findLockedById(id.value()).orElseThrow(() -> new NotFound("meeting"));
        requireCorrectable(before, version, facts);
        Meeting now = OptimisticLock.save(meetings, before.withFacts(facts), Meeting.TABLE, before.id(), version);
        if (now.state() == MeetingState.HELD) {
            moveHeld(now);
        }
        return isAwaited(before) && !facts.equals(before.facts()) ? letters.tell(now) : ChangeLetters.NONE;
    }

    private void requireCorrectable(Meeting before, int version, MeetingFacts facts) {
        OptimisticLock.requireSameVersion(Meeting.TABLE, before.id(), version, before.version());
        if (before.state() == MeetingState.CANCELLED) {
            throw new Refused("assembly.refused.cancelled");
        }
        if (before.minutesState() == MinutesState.SIGNED) {
            throw new Refused("assembly.refused.signed");
        }
        MeetingPolicy.requireExists(facts.begins(), settings.current().zone());
        if (before.state() == MeetingState.HELD && facts.begins().toLocalDate().isAfter(settings.today())) {
            throw new Refused("assembly.refused.held-already");
        }
    }

    /** The letters that {@link #cancel} would post; empty if there are none. */
    @Transactional(readOnly = true)
    public Optional<MailingPreview> previewCancellation(MeetingId id, String reason) {
        Meeting before = meetings.findById(id.value()).orElseThrow(() -> new NotFound("meeting"));
        return preview(before, before.withCancellation(reason));
    }

    private Optional<MailingPreview> preview(Meeting before, Meeting now) {
        return Optional.of(before)
                .filter(MeetingService::isAwaited)
                .map(each -> letters.preview(now))
                .filter(MailingPreview::isNeeded);
    }

    /**
     * Cancels a meeting, or withdraws a held one as long as nothing was decided. Waiting letters are taken back; people
     * whose notice left, or perhaps left, get a letter.
     *
     * @return how many letters were posted, and how many were withheld
     */
    @Transactional(label = "assembly.cancel")
    public CancelledMeeting cancel(MeetingId id, String reason) {
        Meeting before = meetings.findLockedById(id.value()).orElseThrow(() -> new NotFound("meeting"));
        if (before.state() == MeetingState.CANCELLED) {
            throw new Refused("assembly.refused.not-planned");
        }
        if (before.state() == MeetingState.HELD) {
            withdrawHeld(before, reason);
        }
        Meeting now = meetings.save(before.withCancellation(reason));
        int withheld = letters.takeBackAll(now);
        return new CancelledMeeting(isAwaited(before) ? letters.post(now) : 0, withheld);
    }

    /**
     * Plans a cancelled meeting again. The cancellation letters that wait are withheld; notices withheld since are to be
     * sent again.
     *
     * @throws Refused if it is not cancelled, or anybody has the cancellation
     */
    @Transactional(label = "assembly.restore")
    public void restore(MeetingId id) {
        Meeting before = meetings.findLockedById(id.value()).orElseThrow(() -> new NotFound("meeting"));
        if (before.state() != MeetingState.CANCELLED) {
            throw new Refused("assembly.refused.not-cancelled");
        }
        letters.takeBackAll(before);
        if (letters.isCancellationTold(before)) {
            throw new Refused("assembly.refused.cancellation-told");
        }
        meetings.save(before.restored());
    }

    /** The letters of a cancellation: those posted, and those that waited and do not leave. */
    public record CancelledMeeting(int posted, int withheld) {}

    /** Whether a meeting can be restored: it is cancelled, and nobody has the cancellation. */
    @Transactional(readOnly = true)
    public boolean canBeRestored(Meeting meeting) {
        return meeting.state() == MeetingState.CANCELLED && !letters.isCancellationTold(meeting);
    }

    /** Whether people or guests were written to about a meeting, so that a change is told to them. */
    @Transactional(readOnly = true)
    public boolean isTold(Meeting meeting) {
        return meeting.convenedAt() != null
                || letters.findToGuests(meeting).findAny().isPresent();
    }

    private static boolean isAwaited(Meeting meeting) {
        return meeting.state() == MeetingState.PLANNED;
    }

    /** Moves the opening day of its follow-ups, and its realisations. */
    private void moveHeld(Meeting meeting) {
        db.sql("""
                        UPDATE outreach.assembly_follow_up SET opened_on = :day, version = version + 1
                        WHERE meeting = :meeting AND opened_on <> :day AND (closed_on IS NULL OR closed_on >= :day)
                        """).param("day", meeting.day()).param("meeting", meeting.id()).update();
        evidence.updateAfterMove(meeting, minutes.findAttendance(meeting));
    }

    /** @throws Refused if something was decided there, or its minutes are adopted */
    private void withdrawHeld(Meeting meeting, String reason) {
        boolean decided =
                db.sql("""
                        SELECT EXISTS (SELECT FROM outreach.assembly_resolution WHERE meeting = :meeting)
                            OR EXISTS (SELECT FROM outreach.assembly_follow_up WHERE meeting = :meeting)
                            OR EXISTS (SELECT FROM outreach.assembly_interest WHERE meeting = :meeting)
                            OR EXISTS (SELECT FROM outreach.assembly_meeting WHERE adopted_in = :meeting)
                        """).param("meeting", meeting.id()).query(Boolean.class).single();
        if (decided || meeting.minutesState() != MinutesState.DRAFT) {
            throw new Refused("assembly.refused.decided");
        }
        evidence.withdrawMeeting(meeting, reason);
    }
}
