package org.convergence.outreach.newsletter.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.LetterBlock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the text of an issue into its letters when they leave, so that the outbox does not store it for each. */
@Component
class NewsletterCompleter implements BodyCompleter {

    static final String NAME = "newsletter_edition";

    /** The paragraph that the text replaces. */
    static final String MARK = "[[issue]]";

    private final ObjectProvider<NewsletterEditionRepository> editions;

    NewsletterCompleter(ObjectProvider<NewsletterEditionRepository> editions) {
        this.editions = editions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, List<LetterBlock>> blocks(UUID edition) {
        return Map.of("issue", editions.getObject().content(edition).blocks());
    }
}
