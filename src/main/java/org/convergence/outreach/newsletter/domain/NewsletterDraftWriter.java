package org.convergence.outreach.newsletter.domain;

import java.util.List;
import org.convergence.outreach.newsletter.NewsletterDrafts;
import org.convergence.outreach.newsletter.NewsletterPermissions;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.NewsletterBlockKind;
import org.convergence.outreach.newsletter.domain.NewsletterService.NewBlock;
import org.convergence.outreach.newsletter.domain.NewsletterService.NewsletterSettings;
import org.convergence.platform.access.Requires;
import org.springframework.stereotype.Service;

/** Writes drafts for other modules. */
@Service
@Requires(NewsletterPermissions.WRITE)
class NewsletterDraftWriter implements NewsletterDrafts {

    private final NewsletterService newsletters;

    NewsletterDraftWriter(NewsletterService newsletters) {
        this.newsletters = newsletters;
    }

    @Override
    public String write(String language, String title, String lead, String body) {
        NewsletterId id = newsletters.create(
                new NewsletterSettings(List.of(language), null, false, null),
                List.of(
                        new NewBlock(NewsletterBlockKind.SUBJECT, title, "", null, null),
                        new NewBlock(NewsletterBlockKind.LEAD, "", lead, null, null),
                        new NewBlock(NewsletterBlockKind.ARTICLE, title, body, null, null)));
        return "/outreach/newsletter/" + id.value();
    }
}
