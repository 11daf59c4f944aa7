package org.convergence.resources.declaration.domain;

import java.util.Map;
import java.util.UUID;
import org.convergence.platform.mail.BodyCompleter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Creates the link of a letter when it is sent, so that no secret waits in the outbox. */
@Component
class QuestionLinkCompletion implements BodyCompleter {

    private final ObjectProvider<QuestionLinks> links;
    private final String baseUrl;

    QuestionLinkCompletion(ObjectProvider<QuestionLinks> links, @Value("${convergence.base-url}") String baseUrl) {
        this.links = links;
        this.baseUrl = baseUrl;
    }

    @Override
    public String name() {
        return QuestionLinks.COMPLETER;
    }

    @Override
    public Map<String, String> complete(UUID question) {
        return Map.of("link", baseUrl + AnswerByLink.PATH + links.getObject().issue(question));
    }
}
