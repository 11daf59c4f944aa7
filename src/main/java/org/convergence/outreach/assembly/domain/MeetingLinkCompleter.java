package org.convergence.outreach.assembly.domain;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Completes a letter when it is sent: its link, so that no secret waits in the outbox, and the agenda of that hour. No
 * letter leaves from the hour of the meeting on; of a cancelled meeting, only the cancellation does.
 */
@Component
record MeetingLinkCompleter(
        ObjectProvider<MeetingLinkService> links,
        ObjectProvider<NoticeLetterFormatter> noticeLetterFormatter,
        OrganisationSettings settings,
        JdbcClient db)
        implements BodyCompleter {

    private record AnnouncedMeeting(UUID meeting, NoticeKind kind, MeetingState state, LocalDateTime begins) {}

    @Override
    public String name() {
        return MeetingLinkService.COMPLETER;
    }

    @Override
    public Optional<String> withholdingReason(WaitingLetter letter) {
        AnnouncedMeeting meeting = find(letter.subject());
        if (MeetingPolicy.hasBegun(meeting.begins(), settings.now())) {
            return Optional.of("assembly.letter.withheld.past");
        }
        return meeting.state() == MeetingState.CANCELLED && meeting.kind() != NoticeKind.CANCELLED
                ? Optional.of("assembly.letter.withheld.cancelled")
                : Optional.empty();
    }

    @Override
    public Map<String, String> complete(UUID notice) {
        AnnouncedMeeting announced = find(notice);
        if (announced.kind() == NoticeKind.CANCELLED) {
            return Map.of();
        }
        Map<String, String> values = new HashMap<>(links.getObject().completeLetter(announced.meeting(), notice, null));
        values.put(
                NoticeLetterFormatter.AGENDA, noticeLetterFormatter.getObject().agenda(announced.meeting()));
        return values;
    }

    private AnnouncedMeeting find(UUID notice) {
        return db.sql("""
                        SELECT n.meeting, n.kind, m.state, m.begins FROM outreach.assembly_notice n
                          JOIN outreach.assembly_meeting m ON m.id = n.meeting WHERE n.id = ?""")
                .param(notice)
                .query(RecordMapper.of(AnnouncedMeeting.class))
                .single();
    }
}
