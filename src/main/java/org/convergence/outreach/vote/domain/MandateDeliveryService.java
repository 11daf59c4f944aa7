package org.convergence.outreach.vote.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.MeetingNoticeService;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MeetingState;
import org.convergence.outreach.assembly.domain.NoticeGesture;
import org.convergence.outreach.assembly.domain.NoticeKind;
import org.convergence.outreach.vote.domain.MandateLetter.MemberMandate;
import org.convergence.outreach.vote.domain.MandateLetter.NamedDelegate;
import org.convergence.outreach.vote.domain.MandateLetter.SentLetter;
import org.convergence.outreach.vote.domain.VoteLetterRepository.VoteLetter;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.DeliveryMethod;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterStatusService.LetterDelivery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notices of an assembly that members and the people named got by post or by hand. */
@Service
@Transactional
@Requires(AssemblyPermissions.CONVENE)
public class MandateDeliveryService {

    private final MandateLetterService mandates;
    private final MandateLetterRepository repository;
    private final VoteLetterRepository written;
    private final LetterStatusService statuses;
    private final MeetingNoticeService notices;
    private final MeetingQueries meetings;

    MandateDeliveryService(
            MandateLetterService mandates,
            MandateLetterRepository repository,
            VoteLetterRepository written,
            LetterStatusService statuses,
            MeetingNoticeService notices,
            MeetingQueries meetings) {
        this.mandates = mandates;
        this.repository = repository;
        this.written = written;
        this.statuses = statuses;
        this.notices = notices;
        this.meetings = meetings;
    }

    /**
     * The notice to a member or to a person named.
     *
     * @param reader the organisation, or the person named
     * @param member of a person named; {@code null} for the member itself
     * @param status of its letter; {@code null} without one
     */
    public record MandateNotice(
            UUID reader,
            String name,
            @Nullable String member,
            @Nullable LetterStatus status) {

        /** Whether it can be delivered otherwise: it has not left. */
        public boolean isDeliverable() {
            return status == null || !status.state().hasLeft();
        }

        /** Whether it is noted as delivered by post or by hand. */
        public boolean isDelivered() {
            return status != null && status.state() == LetterState.DELIVERED_OTHERWISE;
        }

        String matter() {
            return member == null ? MandateLetterSender.ASKED : MandateLetterSender.CONVENED;
        }
    }

    /** The notices to members with a right, each followed by those to the people that it names. */
    @Transactional(readOnly = true)
    public List<MandateNotice> findNotices(MeetingId meeting) {
        Map<UUID, SentLetter> sent = written.findLatest(meeting, Set.of(NoticeKind.CONVENED));
        List<MandateNotice> all = new ArrayList<>();
        for (MemberMandate member : mandates.findAll(meeting)) {
            String name = member.right().member().name();
            if (member.entitled() > 0) {
                all.add(new MandateNotice(member.organisation().value(), name, null, member.asked()));
            }
            for (NamedDelegate each : member.people()) {
                SentLetter letter = sent.get(each.id());
                all.add(new MandateNotice(each.id(), each.name(), name, letter == null ? null : letter.status()));
            }
        }
        return all;
    }

    /**
     * Records a delivery by post or by hand, which counts for the notice period of the by-law.
     *
     * @param readers those reached by mail are left unchanged
     * @return how many
     * @throws Refused if the day is not possible (see {@link MeetingNoticeService#markDelivered}), or the meeting is not
     *     planned
     */
    @Transactional(label = NoticeGesture.DELIVER)
    public int markDelivered(MeetingId meeting, Collection<UUID> readers, DeliveryMethod method, LocalDate on) {
        Meeting now = requirePlanned(meeting);
        notices.requirePossible(now, on);
        repository.lock(meeting);
        int delivered = 0;
        for (MandateNotice each : findNotices(meeting)) {
            if (each.isDeliverable() && readers.contains(each.reader())) {
                List<UUID> letter = List.of(findOrInsert(now, each));
                written.markHandled(letter, now.version());
                delivered += statuses.markDelivered(each.matter(), letter, new LetterDelivery(method, on, null));
            }
        }
        return delivered;
    }

    /** The last day to answer that the other members have; the day of the meeting if nobody was asked. */
    private LocalDate findLastDay(Meeting meeting) {
        return repository.findByMeeting(meeting.typedId()).values().stream()
                .filter(each -> each.askedAt() != null)
                .map(MandateLetter::dueOn)
                .max(Comparator.naturalOrder())
                .orElseGet(meeting::day);
    }

    private UUID findOrInsert(Meeting meeting, MandateNotice it) {
        boolean toMember = it.member() == null;
        UUID reader = toMember
                ? repository
                        .lockOrInsertAsked(meeting.typedId(), it.reader(), findLastDay(meeting))
                        .id()
                : it.reader();
        return written.findByMeeting(meeting.typedId()).stream()
                .filter(each ->
                        each.kind() == NoticeKind.CONVENED && each.reader().equals(reader))
                .reduce((one, other) -> other)
                .map(VoteLetter::id)
                .orElseGet(() -> written.insert(
                        toMember
                                ? reader
                                : repository.findNamed(reader).orElseThrow().mandate(),
                        toMember ? null : reader,
                        NoticeKind.CONVENED,
                        meeting.version(),
                        null));
    }

    /**
     * Undoes a delivery that was noted by mistake: a letter that waited waits again, and a notice that was never written
     * is not noted any longer.
     *
     * @return how many deliveries were undone
     * @throws Refused where the meeting is over or cancelled
     */
    @Transactional(label = NoticeGesture.UNDO_DELIVERY)
    public int undoDelivered(MeetingId meeting, UUID reader) {
        Meeting now = requirePlanned(meeting);
        int undone = 0;
        for (MandateNotice each : findNotices(meeting)) {
            if (each.status() != null && each.isDelivered() && each.reader().equals(reader)) {
                List<UUID> letter = List.of(each.status().record());
                written.markHandled(letter, now.version());
                undone += statuses.undoDelivered(each.matter(), letter).size();
                if (statuses.findByRecords(each.matter(), letter).isEmpty()) {
                    written.delete(letter.get(0));
                    repository.clearUnasked(meeting);
                }
            }
        }
        return undone;
    }

    private Meeting requirePlanned(MeetingId id) {
        Meeting meeting = meetings.findById(id);
        if (meeting.state() != MeetingState.PLANNED) {
            throw new Refused("assembly.refused.not-planned");
        }
        return meeting;
    }
}
