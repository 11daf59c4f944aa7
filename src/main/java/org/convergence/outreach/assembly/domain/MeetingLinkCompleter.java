package org.convergence.outreach.assembly.domain;

import java.util.Map;
import java.util.UUID;
import org.convergence.platform.mail.BodyCompleter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Creates the link of a letter when it is sent, so that no secret waits in the outbox. */
@Component
class MeetingLinkCompleter implements BodyCompleter {

    private final ObjectProvider<MeetingLinkService> links;
    private final String baseUrl;

    MeetingLinkCompleter(ObjectProvider<MeetingLinkService> links, @Value("${convergence.base-url}") String baseUrl) {
        this.links = links;
        this.baseUrl = baseUrl;
    }

    @Override
    public String name() {
        return MeetingLinkService.COMPLETER;
    }

    @Override
    public Map<String, String> complete(UUID notice) {
        return Map.of(
                "link", baseUrl + "/outreach/assembly/link/" + links.getObject().issueFor(notice));
    }
}
