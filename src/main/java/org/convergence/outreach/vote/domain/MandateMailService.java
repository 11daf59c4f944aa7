package org.convergence.outreach.vote.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MeetingState;
import org.convergence.outreach.assembly.domain.NoticeKind;
import org.convergence.outreach.vote.VotePermissions;
import org.convergence.outreach.vote.domain.MandateLetter.MemberMandate;
import org.convergence.outreach.vote.domain.MandateLetter.SentLetter;
import org.convergence.outreach.vote.domain.MandateLetterSender.MandateMail;
import org.convergence.outreach.vote.domain.VoteLetterRepository.VoteLetter;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
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
        return letters.findLatest(meeting, EnumSet.allOf(NoticeKind.class));
    }

    /** Whether a letter can be taken back. */
    @Transactional(readOnly = true)
    @Requires(VotePermissions.READ)
    public boolean isWaiting(MeetingId meeting) {
        return !letters.findWaiting(meeting).isEmpty();
    }

    /** Takes back the letters to members and to people named that have not left, and returns their number. */
    @Transactional(label = "vote.take-back-mandates")
    public int takeBack(MeetingId meeting) {
        return letters.takeBack(letters.findWaiting(meeting));
    }

    /** The reminders that {@link #remind} would post: see {@link MemberMandate#isToRemind}. */
    @Transactional(readOnly = true)
    public MailingPreview previewReminders(MeetingId meeting) {
        return letters.preview(writeReminders(meeting));
    }

    private List<MandateMail> writeReminders(MeetingId meeting) {
        if (meetings.findById(meeting).state() != MeetingState.PLANNED) {
            return List.of();
        }
        return letters.writeAsking(
                meeting,
                NoticeKind.REMINDED,
                null,
                mandates.findAll(meeting).stream()
                        .filter(each -> each.isToRemind(
                                settings.today(), settings.current().zone()))
                        .toList());
    }

    /**
     * Reminds the members that were asked and have not answered, and returns how many letters were posted.
     *
     * @throws Refused if nobody is left to remind today
     */
    @Transactional(label = "vote.remind-mandates")
    public int remind(MeetingId meeting) {
        repository.lock(meeting);
        List<MandateMail> mails = writeReminders(meeting).stream()
                .filter(each -> each.mail() != null)
                .toList();
        if (mails.isEmpty()) {
            throw new Refused("vote.refused.all-reminded");
        }
        mails.forEach(each -> letters.post(each, each.record()));
        return mails.size();
    }

    /**
     * Moves the last day for the answers of the members asked. Their letters that wait are written again with that day.
     *
     * @return whether letters that left tell another day
     * @throws Refused if it is past or after the meeting, or the meeting is no planned general assembly
     */
    @Transactional(label = "vote.move-due")
    public boolean moveDue(MeetingId meeting, LocalDate dueOn) {
        mandates.requireDue(meeting, dueOn);
        boolean isMoved = repository.moveDue(meeting, dueOn) > 0;
        Set<UUID> waiting = Set.copyOf(letters.findWaiting(meeting));
        Map<UUID, NoticeKind> stopped = written.findByMeeting(meeting).stream()
                .filter(each -> waiting.contains(each.id()) && each.named() == null && each.kind() != NoticeKind.MOVED)
                .collect(Collectors.toMap(VoteLetter::mandate, VoteLetter::kind, (one, other) -> other));
        letters.takeBack(written.findByMeeting(meeting).stream()
                .filter(each -> waiting.contains(each.id()) && stopped.containsKey(each.reader()))
                .map(VoteLetter::id)
                .toList());
        List<MemberMandate> members = mandates.findAll(meeting);
        for (NoticeKind kind : Set.copyOf(stopped.values())) {
            letters
                    .writeAsking(
                            meeting,
                            kind,
                            dueOn,
                            members.stream()
                                    .filter(each -> each.letter() != null
                                            && stopped.get(each.letter().id()) == kind
                                            && each.isUnanswered())
                                    .toList())
                    .stream()
                    .filter(each -> each.mail() != null)
                    .forEach(each -> letters.post(each, each.record()));
        }
        return isMoved
                && members.stream()
                        .map(MemberMandate::asked)
                        .anyMatch(each -> each != null && each.state().hasLeft());
    }
}
