package org.convergence.outreach.newsletter.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.outreach.newsletter.NewsletterPermissions;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.BlockText;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.NewsletterBlockKind;
import org.convergence.outreach.newsletter.domain.NewsletterService.NewsletterSettings;
import org.convergence.platform.access.Requires;
import org.convergence.platform.publicform.FormOrigins;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes texts that are written already into issues: those of an earlier issue, and those of other records. */
@Service
@Transactional
@Requires(NewsletterPermissions.WRITE)
public class NewsletterTextService {

    private final NewsletterService newsletters;
    private final NewsletterRepository repository;
    private final FormOrigins origins;

    NewsletterTextService(NewsletterService newsletters, NewsletterRepository repository, FormOrigins origins) {
        this.newsletters = newsletters;
        this.repository = repository;
        this.origins = origins;
    }

    /** Begins an issue with the texts and the settings of one that left or was stopped; its links have its own mark. */
    @Transactional(label = "newsletter.begin")
    public NewsletterId copy(NewsletterId from) {
        Newsletter issue = repository.findById(from);
        NewsletterId id = newsletters.create(
                new NewsletterSettings(issue.languages(), issue.segment(), issue.concernsFunction(), issue.action()),
                List.of());
        for (NewsletterBlock each : repository.findBlocks(from)) {
            UUID block = repository.insertBlock(id, each.kind(), each.happensOn());
            String url = each.url() == null ? null : origins.mark(each.url(), id.mark());
            repository.updateBlock(block, each.revision(), url, each.happensOn());
            each.texts().forEach(text -> repository.saveText(block, text));
        }
        return id;
    }

    /**
     * Adds an article in the first language of an issue, shortened where it is longer than an article may be.
     *
     * @param chosen {@code null} for a new issue
     * @return the issue
     */
    @Transactional(label = "newsletter.add-block")
    public NewsletterId addArticle(@Nullable NewsletterId chosen, String title, String body, @Nullable String url) {
        NewsletterId id = chosen == null ? newsletters.begin().id() : chosen;
        UUID block = newsletters.addBlock(id, NewsletterBlockKind.ARTICLE);
        String language = repository.findById(id).firstLanguage();
        BlockText text = new BlockText(
                language,
                1,
                TextShortener.shorten(title, NewsletterBlock.LONGEST_TITLE),
                TextShortener.shorten(body, NewsletterBlock.LONGEST_BODY));
        repository.updateBlock(block, 1, url == null ? null : origins.mark(url, id.mark()), null);
        repository.saveText(block, text);
        return id;
    }
}
