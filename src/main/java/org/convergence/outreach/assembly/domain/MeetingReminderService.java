package org.convergence.outreach.assembly.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.MeetingNoticeService.NoticeRecipient;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.MailingService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds convened people to answer whether they come. */
@Service
@Transactional
@Requires(AssemblyPermissions.CONVENE)
public class MeetingReminderService {

    /** Nobody is reminded twice within this time, unless the first letter did not leave. */
    private static final Duration BETWEEN_REMINDERS = Duration.ofHours(20);

    private final MeetingRepository meetings;
    private final MeetingReplyService replies;
    private final NoticeRecipientQueries recipients;
    private final NoticeLetterSender letters;
    private final MailingService mailings;
    private final JdbcClient db;
    private final Clock clock;

    MeetingReminderService(
            MeetingRepository meetings,
            MeetingReplyService replies,
            NoticeRecipientQueries recipients,
            NoticeLetterSender letters,
            MailingService mailings,
            JdbcClient db,
            Clock clock) {
        this.meetings = meetings;
        this.replies = replies;
        this.recipients = recipients;
        this.letters = letters;
        this.mailings = mailings;
        this.db = db;
        this.clock = clock;
    }

    /** The reminder as it would be sent now, to the people whose notice left and who have not answered. */
    @Transactional(readOnly = true)
    public MailingPreview preview(MeetingId id) {
        Meeting meeting = meetings.findById(id.value()).orElseThrow(() -> new NotFound("meeting"));
        return mailings.preview(
                null,
                (replies.isOpen(meeting) ? findToRemind(meeting) : List.<NoticeRecipient>of())
                        .stream()
                                .map(each -> new Addressee(each.person().value(), each.name(), each.mail()))
                                .toList(),
                each -> letters.preview(meeting, NoticeKind.REMINDED, new PersonId(each.party())));
    }

    /**
     * Reminds the people whose notice left and who have not answered, and returns how many letters were posted.
     *
     * @throws Refused if the meeting has begun or is not planned, or nobody is left to remind today
     */
    @Transactional(label = "assembly.remind")
    public int remind(MeetingId id) {
        Meeting meeting = meetings.findLockedById(id.value()).orElseThrow(() -> new NotFound("meeting"));
        if (!replies.isOpen(meeting)) {
            throw new Refused("assembly.refused.reply-closed");
        }
        List<PersonId> to =
                findToRemind(meeting).stream().map(NoticeRecipient::person).toList();
        if (to.isEmpty()) {
            throw new Refused("assembly.refused.all-answered");
        }
        return letters.post(meeting, NoticeKind.REMINDED, to, person -> null);
    }

    private List<NoticeRecipient> findToRemind(Meeting meeting) {
        Map<PersonId, MeetingReply> answers = replies.findLatest(meeting.typedId());
        Set<UUID> reminded = Set.copyOf(db.sql("""
                        SELECT DISTINCT n.person FROM outreach.assembly_notice n
                         WHERE n.meeting = :meeting AND n.kind = 'REMINDED' AND n.posted_at > :since
                           AND NOT EXISTS (SELECT FROM platform.mail_letter_status s
                                            WHERE s.matter = :matter AND s.record_id = n.id
                                              AND s.state IN ('WITHHELD', 'REFUSED'))""")
                .param("matter", NoticeQueries.MATTER)
                .param("meeting", meeting.id())
                .param("since", SqlTime.at(clock.instant().minus(BETWEEN_REMINDERS)))
                .query(UUID.class)
                .list());
        return recipients.find(meeting).stream()
                .filter(each -> each.mail() != null
                        && each.letter() != null
                        && each.letter().state().hasLeft()
                        && !answers.containsKey(each.person())
                        && !reminded.contains(each.person().value()))
                .toList();
    }
}
