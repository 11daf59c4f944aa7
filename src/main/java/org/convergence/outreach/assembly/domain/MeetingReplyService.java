package org.convergence.outreach.assembly.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.MeetingAttendance.SeatAttendance;
import org.convergence.outreach.assembly.domain.MeetingLinkService.NoticeReader;
import org.convergence.outreach.assembly.domain.MeetingNoticeService.NoticeRecipient;
import org.convergence.outreach.assembly.domain.QuorumPolicy.QuorumResult;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The replies to the notice of a meeting: who announces to come. A reply is never an
 * attendance (R-GOV-16).
 */
@Service
@Transactional
@Requires(AssemblyPermissions.READ)
public class MeetingReplyService {

    private static final Actor GUEST = Actor.system("meeting link");

    private final MeetingRepository meetings;
    private final BodyQueries bodies;
    private final MinutesQueries minutes;
    private final NoticeRecipientQueries recipients;
    private final MeetingLinkService links;
    private final ObjectProvider<GuestReplySource> guests;
    private final OrganisationSettings settings;
    private final JdbcClient db;
    private final Clock clock;

    MeetingReplyService(
            MeetingRepository meetings,
            BodyQueries bodies,
            MinutesQueries minutes,
            NoticeRecipientQueries recipients,
            MeetingLinkService links,
            ObjectProvider<GuestReplySource> guests,
            OrganisationSettings settings,
            JdbcClient db,
            Clock clock) {
        this.meetings = meetings;
        this.bodies = bodies;
        this.minutes = minutes;
        this.recipients = recipients;
        this.links = links;
        this.guests = guests;
        this.settings = settings;
        this.db = db;
        this.clock = clock;
    }

    /**
     * A convened person.
     *
     * @param seats the seats that the person holds or can represent
     * @param reply {@code null} if the person has not answered for the day and hour of the meeting
     * @param substituteMissing whether the person announced a substitute, who cannot come
     */
    public record ConvenedPerson(
            PersonId person,
            String name,
            List<String> seats,
            @Nullable MeetingReply reply,
            boolean substituteMissing) {}

    /**
     * The replies to a notice.
     *
     * @param expected the attendance to expect, of the seats for which it is known
     * @param quorum of the attendance to expect; {@code null} for an assembly that counts delegations
     * @param open whether the meeting is still ahead, so that an answer counts
     */
    public record MeetingReplies(
            List<ConvenedPerson> people,
            Map<UUID, AttendanceStatus> expected,
            @Nullable QuorumResult quorum,
            boolean open) {

        /** The people who have not answered. */
        public List<ConvenedPerson> silent() {
            return people.stream().filter(each -> each.reply() == null).toList();
        }
    }

    /**
     * The place for an answer behind a link.
     *
     * @param reply the answer so far; {@code null} for none
     * @param substitute whether the person can announce a substitute
     * @param substituteMissing whether the person announced a substitute, who cannot come
     */
    public record OpenReply(@Nullable MeetingReply reply, boolean substitute, boolean substituteMissing) {}

    /** The replies to the notice of a meeting; empty if nobody was convened. */
    @Transactional(readOnly = true)
    public MeetingReplies findReplies(MeetingId id) {
        return findReplies(load(id));
    }

    /** As {@link #findReplies(MeetingId)}. */
    @Transactional(readOnly = true)
    public MeetingReplies findReplies(Meeting meeting) {
        Map<PersonId, MeetingReply> replies = findLatest(meeting.typedId());
        List<SeatOnDay> seats = bodies.findSeats(meeting.bodyId(), meeting.day());
        List<ConvenedPerson> people = recipients.findConvened(meeting, seats).entrySet().stream()
                .map(each -> new ConvenedPerson(
                        each.getKey(),
                        each.getValue(),
                        labels(seats, each.getKey()),
                        replies.get(each.getKey()),
                        ReplyPolicy.isSubstituteMissing(seats, each.getKey(), replies)))
                .toList();
        Map<UUID, AttendanceStatus> expected = ReplyPolicy.findExpected(seats, replies);
        QuorumResult quorum = minutes.findRoll(meeting) != null
                ? null
                : new MeetingAttendance(
                                seats.stream()
                                        .map(each -> new SeatAttendance(each, expected.get(each.id()), null, null))
                                        .toList(),
                                "",
                                bodies.findRulesOn(meeting.bodyId(), meeting.day())
                                        .quorum(),
                                null)
                        .openingQuorum();
        return new MeetingReplies(people, expected, quorum, isOpen(meeting));
    }

    private static List<String> labels(List<SeatOnDay> seats, PersonId person) {
        return seats.stream()
                .filter(seat ->
                        seat.mandates().stream().anyMatch(each -> each.person().equals(person)))
                .map(SeatOnDay::label)
                .filter(label -> !label.isEmpty())
                .toList();
    }

    Map<PersonId, MeetingReply> findLatest(MeetingId meeting) {
        return db.sql("""
                        SELECT DISTINCT ON (n.person) n.person, n.answer, n.words, n.answered_at, n.by_link
                          FROM outreach.assembly_notice n
                          JOIN outreach.assembly_meeting m ON m.id = n.meeting AND m.begins = n.answered_for
                         WHERE n.meeting = :meeting AND n.answer IS NOT NULL
                         ORDER BY n.person, n.answered_at DESC""").param("meeting", meeting.value()).query(RecordMapper.of(MeetingReply.class)).list().stream()
                .collect(Collectors.toMap(MeetingReply::typedPerson, Function.identity()));
    }

    /**
     * Notes what a convened person answered, by telephone or otherwise.
     *
     * @throws Refused if the person was not convened or has no substitute to announce, or the meeting has begun
     */
    @Transactional(label = "assembly.note-reply")
    @Requires(AssemblyPermissions.PREPARE)
    public void note(MeetingId id, PersonId person, ReplyAnswer answer, String words) {
        UUID notice = recipients.find(load(id)).stream()
                .filter(each -> each.person().equals(person))
                .map(NoticeRecipient::notice)
                .findFirst()
                .orElseThrow(() -> new Refused("assembly.refused.not-convened"));
        save(id, notice, person, answer, words, false);
    }

    /** The link for a guest of another module, and where to reply, to be put in its letter when it leaves. */
    @Requires(AssemblyPermissions.CONVENE)
    public Map<String, String> completeGuestLetter(MeetingId id, UUID guest) {
        return links.completeLetter(id.value(), null, guest);
    }

    /** Whether the links of a meeting were closed since a letter to a guest was posted: then it may carry none. */
    @Transactional(readOnly = true)
    public boolean isClosedSince(MeetingId id, Instant posted) {
        return links.isRevokedSince(id.value(), posted);
    }

    /** The place for an answer behind a link; empty for a link without a notice, and once the meeting has begun. */
    @Transactional(readOnly = true)
    @Open("a link opens one meeting to its recipient")
    public Optional<OpenReply> findByLink(String secret) {
        return links.findReader(secret).flatMap(reader -> {
            Meeting meeting = load(new MeetingId(reader.meeting()));
            UUID guest = reader.guest();
            UUID convened = reader.person();
            if (!isOpen(meeting) || (guest == null && convened == null)) {
                return Optional.empty();
            }
            if (convened == null) {
                return Optional.of(new OpenReply(
                        guests.getObject()
                                .findReply(Objects.requireNonNull(guest))
                                .orElse(null),
                        false,
                        false));
            }
            PersonId person = new PersonId(convened);
            Map<PersonId, MeetingReply> replies = findLatest(meeting.typedId());
            List<SeatOnDay> seats = CurrentActor.callAs(GUEST, () -> bodies.findSeats(meeting.bodyId(), meeting.day()));
            return Optional.of(new OpenReply(
                    replies.get(person),
                    ReplyPolicy.hasSubstitute(seats, person),
                    ReplyPolicy.isSubstituteMissing(seats, person, replies)));
        });
    }

    /**
     * Saves the answer of the person who got the link; a later answer replaces it.
     *
     * @throws NotFound if the link carries no notice, or opens nothing
     * @throws Refused if the meeting has begun or is cancelled, or the person has no substitute to announce
     */
    @Transactional(label = "assembly.reply")
    @Open("a link opens one meeting to its recipient")
    public void replyByLink(String secret, ReplyAnswer answer, String words) {
        NoticeReader reader = links.findReader(secret).orElseThrow(() -> new NotFound("meeting"));
        CurrentActor.runAs(GUEST, () -> reply(reader, answer, words));
    }

    /** Saves the answer of the reader of a letter. */
    void reply(NoticeReader reader, ReplyAnswer answer, String words) {
        MeetingId meeting = new MeetingId(reader.meeting());
        UUID guest = reader.guest();
        UUID person = reader.person();
        if (guest == null) {
            save(
                    meeting,
                    reader.notice(),
                    new PersonId(Optional.ofNullable(person).orElseThrow(() -> new NotFound("meeting"))),
                    answer,
                    words,
                    true);
        } else if (isOpen(load(meeting))) {
            guests.getObject().saveReply(guest, answer, words.strip());
        } else {
            throw new Refused("assembly.refused.reply-closed");
        }
    }

    private void save(
            MeetingId id, @Nullable UUID notice, PersonId person, ReplyAnswer answer, String words, boolean byLink) {
        Meeting meeting = meetings.findLockedById(id.value()).orElseThrow(() -> new NotFound("meeting"));
        if (notice == null) {
            throw new Refused("assembly.refused.not-convened");
        }
        if (!isOpen(meeting)) {
            throw new Refused("assembly.refused.reply-closed");
        }
        if (answer == ReplyAnswer.SUBSTITUTE && !hasSubstitute(meeting, person)) {
            throw new Refused("assembly.refused.no-substitute");
        }
        db.sql("""
                        UPDATE outreach.assembly_notice
                           SET answer = :answer, words = :words, answered_at = :now, by_link = :link, answered_for = :begins
                         WHERE id = :id""")
                .param("answer", answer.name())
                .param("words", words.strip())
                .param("now", SqlTime.now(clock))
                .param("link", byLink)
                .param("begins", meeting.plan().begins())
                .param("id", notice)
                .update();
    }

    private boolean hasSubstitute(Meeting meeting, PersonId person) {
        return ReplyPolicy.hasSubstitute(bodies.findSeats(meeting.bodyId(), meeting.day()), person);
    }

    boolean isOpen(Meeting meeting) {
        return meeting.state() == MeetingState.PLANNED
                && !MeetingPolicy.hasBegun(meeting.plan().begins(), settings.now());
    }

    private Meeting load(MeetingId id) {
        return meetings.findById(id.value()).orElseThrow(() -> new NotFound("meeting"));
    }
}
