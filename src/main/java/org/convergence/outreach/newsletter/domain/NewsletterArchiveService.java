package org.convergence.outreach.newsletter.domain;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convergence.directory.people.SealedPersonRecogniser;
import org.convergence.outreach.newsletter.NewsletterPermissions;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterState;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.redaction.NamePhrases;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts sent issues in the public archive, and takes them out: an issue for a committee is not for everyone. */
@Service
@Transactional
@Requires(NewsletterPermissions.SEND)
public class NewsletterArchiveService {

    private final NewsletterRepository repository;
    private final NewsletterEditionRepository editions;
    private final NewsletterPreviewService previews;
    private final ObjectProvider<SealedPersonRecogniser> sealed;
    private final Clock clock;

    NewsletterArchiveService(
            NewsletterRepository repository,
            NewsletterEditionRepository editions,
            NewsletterPreviewService previews,
            ObjectProvider<SealedPersonRecogniser> sealed,
            Clock clock) {
        this.repository = repository;
        this.editions = editions;
        this.previews = previews;
        this.sealed = sealed;
        this.clock = clock;
    }

    /**
     * Puts an issue in the archive, or takes it out. One that left by another tool is kept in its present words.
     *
     * @throws Refused if it was not sent, no letter of it arrived, or it names a person whose name may not be published
     */
    @Transactional(label = "newsletter.archive")
    public void setArchived(NewsletterId id, boolean archived) {
        Newsletter issue = repository.lock(id);
        if (issue.state() != NewsletterState.SENT) {
            throw new Refused("newsletter.refused.not-sent");
        }
        if (archived && !issue.hasArrived()) {
            throw new Refused("newsletter.refused.lost");
        }
        if (archived) {
            requirePublishable(repository.findBlocks(id));
        }
        if (archived && editions.findByNewsletter(id).isEmpty()) {
            previews.saveEditions(issue);
        }
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("archived_at", archived ? clock.instant() : null);
        repository.update(id, columns);
    }

    private void requirePublishable(List<NewsletterBlock> blocks) {
        String text = blocks.stream()
                .flatMap(block -> block.texts().stream())
                .map(each -> each.title() + "\n" + each.body())
                .collect(Collectors.joining("\n"));
        if (sealed.stream()
                .anyMatch(
                        each -> !each.findUnpublishable(NamePhrases.find(text)).isEmpty())) {
            throw new Refused("newsletter.refused.named");
        }
    }
}
