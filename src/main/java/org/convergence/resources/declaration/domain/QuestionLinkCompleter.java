package org.convergence.resources.declaration.domain;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.mail.BodyCompleter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Creates the link of a letter when it is sent, so that no secret waits in the outbox. No letter leaves after the last
 * day of the round, or once the question is answered.
 */
@Component
class QuestionLinkCompleter implements BodyCompleter {

    private final ObjectProvider<QuestionLinkService> links;
    private final String baseUrl;

    QuestionLinkCompleter(ObjectProvider<QuestionLinkService> links, @Value("${convergence.base-url}") String baseUrl) {
        this.links = links;
        this.baseUrl = baseUrl;
    }

    @Override
    public String name() {
        return QuestionLinkService.COMPLETER;
    }

    @Override
    public Optional<String> withholdingReason(WaitingLetter letter) {
        return links.getObject().withholdingReason(letter.subject());
    }

    @Override
    public Map<String, String> complete(UUID question) {
        return Map.of(
                "link", baseUrl + LinkAnswerService.PATH + links.getObject().issue(question));
    }
}
