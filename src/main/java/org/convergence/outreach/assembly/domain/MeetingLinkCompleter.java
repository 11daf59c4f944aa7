package org.convergence.outreach.assembly.domain;

import java.util.Map;
import java.util.UUID;
import org.convergence.platform.mail.BodyCompleter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Completes a letter when it is sent: its link, so that no secret waits in the outbox, and the agenda of that hour.
 */
@Component
class MeetingLinkCompleter implements BodyCompleter {

    private final ObjectProvider<MeetingLinkService> links;
    private final ObjectProvider<NoticeLetterFormatter> noticeLetterFormatter;
    private final String baseUrl;

    MeetingLinkCompleter(
            ObjectProvider<MeetingLinkService> links,
            ObjectProvider<NoticeLetterFormatter> noticeLetterFormatter,
            @Value("${convergence.base-url}") String baseUrl) {
        this.links = links;
        this.noticeLetterFormatter = noticeLetterFormatter;
        this.baseUrl = baseUrl;
    }

    @Override
    public String name() {
        return MeetingLinkService.COMPLETER;
    }

    @Override
    public Map<String, String> complete(UUID notice) {
        UUID meeting = links.getObject().findMeeting(notice);
        return Map.of(
                NoticeLetterFormatter.LINK,
                baseUrl + "/outreach/assembly/link/" + links.getObject().issue(meeting, notice),
                NoticeLetterFormatter.AGENDA,
                noticeLetterFormatter.getObject().agenda(meeting));
    }
}
