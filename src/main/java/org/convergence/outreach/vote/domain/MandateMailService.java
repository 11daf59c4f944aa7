package org.convergence.outreach.vote.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MeetingState;
import org.convergence.outreach.assembly.domain.NoticeGesture;
import org.convergence.outreach.assembly.domain.NoticeKind;
import org.convergence.outreach.assembly.domain.WrittenNotice;
import org.convergence.outreach.vote.VotePermissions;
import org.convergence.outreach.vote.domain.MandateLetter.MemberMandate;
import org.convergence.outreach.vote.domain.MandateLetter.SentLetter;
import org.convergence.outreach.vote.domain.MandateLetterSender.MandateMail;
import org.convergence.outreach.vote.domain.VoteLetterRepository.VoteLetter;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** After members were asked for their delegates: reminders, another last day, and letters taken back. */
@Service
@Transactional
@Requires(AssemblyPermissions.CONVENE)
public class MandateMailService {

    private final MandateLetterService mandates;
    private final MandateLetterRepository repository;
    private final MandateLetterSender letters;
    private final VoteLetterRepository written;
    private final MeetingQueries meetings;
    private final OrganisationSettings settings;

    MandateMailService(
            MandateLetterService mandates,
            MandateLetterRepository repository,
            MandateLetterSender letters,
            VoteLetterRepository written,
            MeetingQueries meetings,
            OrganisationSettings settings) {
        this.mandates = mandates;
        this.repository = repository;
        this.letters = letters;
        this.written = written;
        this.meetings = meetings;
        this.settings = settings;
    }

    /** The last letter to each member, by mandate letter, and to each person named. */
    @Transactional(readOnly = true)
    @Requires(VotePermissions.READ)
    public Map<UUID, SentLetter> findLatest(MeetingId meeting) {
        return written.findLatest(meeting, EnumSet.allOf(NoticeKind.class));
    }

    /** Whether a letter can be taken back. */
    @Transactional(readOnly = true)
    @Requires(VotePermissions.READ)
    public boolean isWaiting(MeetingId meeting) {
        return written.findWritten(meeting).stream().anyMatch(WrittenNotice::isWaiting);
    }

    /** Takes back the letters to members and to people named that have not left, and returns their number. */
    @Transactional(label = NoticeGesture.TAKE_BACK)
    public int takeBack(MeetingId meeting) {
        List<WrittenNotice> waiting = written.findWritten(meeting).stream()
                .filter(WrittenNotice::isWaiting)
                .toList();
        waiting.forEach(each -> written.markHandled(List.of(each.id()), each.meetingVersion()));
        return written.takeBack(waiting.stream().map(WrittenNotice::id).toList());
    }

    /** The reminders that {@link #remind} would post: see {@link MemberMandate#isToRemind}. */
    @Transactional(readOnly = true)
    public MailingPreview previewReminders(MeetingId meeting) {
        return letters.previewAsking(meeting, NoticeKind.REMINDED, null, findToRemind(meeting), Map.of());
    }

    private List<MemberMandate> findToRemind(MeetingId meeting) {
        if (meetings.findById(meeting).state() != MeetingState.PLANNED) {
            return List.of();
        }
        return mandates.findAll(meeting).stream()
                .filter(each ->
                        each.isToRemind(settings.today(), settings.current().zone()))
                .toList();
    }

    /**
     * Reminds the members that were asked and have not answered, and returns how many letters were posted.
     *
     * @throws Refused if nobody is left to remind today
     */
    @Transactional(label = "vote.remind-mandates")
    public int remind(MeetingId meeting) {
        repository.lock(meeting);
        List<MandateMail> mails =
                letters.writeAsking(meeting, NoticeKind.REMINDED, findToRemind(meeting), Map.of()).stream()
                        .filter(each -> each.mail() != null)
                        .toList();
        if (mails.isEmpty()) {
            throw new Refused("vote.refused.all-reminded");
        }
        mails.forEach(each -> letters.post(each, each.record()));
        return mails.size();
    }

    /** The letters that {@link #moveDue} would post: to members who hold another last day, and have no letter that tells this one. */
    @Transactional(readOnly = true)
    public MailingPreview previewDue(MeetingId meeting, LocalDate dueOn) {
        mandates.requireDue(meeting, dueOn);
        Map<UUID, LocalDate> told = findToTell(meeting, dueOn);
        return letters.previewAsking(meeting, NoticeKind.DUE_MOVED, dueOn, findMembers(meeting, told.keySet()), told);
    }

    /** How many members hold another last day than theirs, which no letter tells them. */
    @Transactional(readOnly = true)
    @Requires(VotePermissions.READ)
    public int countToTell(MeetingId meeting) {
        return findToTell(meeting, null).size();
    }

    /**
     * Moves the last day for the answers of the members asked, and tells it to those who hold another one. Letters that
     * wait tell it when they leave.
     *
     * @return how many letters were posted
     * @throws Refused if it is past or after the meeting, or the meeting is no planned general assembly
     */
    @Transactional(label = "vote.move-due")
    public int moveDue(MeetingId meeting, LocalDate dueOn) {
        mandates.requireDue(meeting, dueOn);
        repository.lock(meeting);
        Map<UUID, LocalDate> told = findToTell(meeting, dueOn);
        Map<UUID, LocalDate> held = findTold(meeting);
        written.takeBack(findWaitingDue(meeting)
                .filter(each -> each.kind() == NoticeKind.DUE_MOVED && dueOn.equals(held.get(each.mandate())))
                .map(VoteLetter::id)
                .toList());
        written.keepDue(findLeftDue(meeting).map(VoteLetter::id).toList(), dueOn);
        repository.moveDue(meeting, dueOn);
        List<MandateMail> mails =
                letters.writeAsking(meeting, NoticeKind.DUE_MOVED, findMembers(meeting, told.keySet()), told).stream()
                        .filter(each -> each.mail() != null)
                        .toList();
        mails.forEach(each -> letters.post(each, each.record()));
        return mails.size();
    }

    private List<MemberMandate> findMembers(MeetingId meeting, Set<UUID> letters) {
        return mandates.findAll(meeting).stream()
                .filter(each ->
                        each.letter() != null && letters.contains(each.letter().id()))
                .toList();
    }

    /**
     * The last days that members know, by mandate letter, where they are not this one and no letter that waits tells it.
     *
     * @param dueOn {@code null} for that of each
     */
    private Map<UUID, LocalDate> findToTell(MeetingId meeting, @Nullable LocalDate dueOn) {
        Map<UUID, LocalDate> told = findTold(meeting);
        repository
                .findByMeeting(meeting)
                .values()
                .forEach(each -> told.remove(each.id(), dueOn == null ? each.dueOn() : dueOn));
        findWaitingDue(meeting).map(VoteLetter::mandate).forEach(told::remove);
        return told;
    }

    /** The last day that the letters which left, or perhaps left, tell each member, by mandate letter. */
    private Map<UUID, LocalDate> findTold(MeetingId meeting) {
        Map<UUID, LocalDate> due = repository.findByMeeting(meeting).values().stream()
                .collect(Collectors.toMap(MandateLetter::id, MandateLetter::dueOn));
        Map<UUID, LocalDate> told = new LinkedHashMap<>();
        findLeftDue(meeting)
                .forEach(each -> told.put(
                        each.mandate(),
                        each.dueOn() == null ? Objects.requireNonNull(due.get(each.mandate())) : each.dueOn()));
        return told;
    }

    private Stream<VoteLetter> findLeftDue(MeetingId meeting) {
        return findDue(meeting, each -> each.mayHaveLeft() && !each.isWaiting());
    }

    private Stream<VoteLetter> findWaitingDue(MeetingId meeting) {
        return findDue(meeting, WrittenNotice::isWaiting);
    }

    private Stream<VoteLetter> findDue(MeetingId meeting, Predicate<WrittenNotice> state) {
        Set<UUID> ids = written.findWritten(meeting).stream()
                .filter(state)
                .map(WrittenNotice::id)
                .collect(Collectors.toSet());
        return written.findByMeeting(meeting).stream().filter(each -> each.tellsDue() && ids.contains(each.id()));
    }
}
