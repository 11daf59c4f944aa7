package org.convergence.outreach.newsletter.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.segment.SegmentAudience;
import org.convergence.outreach.newsletter.NewsletterPermissions;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterState;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.PastLetterRecorder;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters an issue that left on an earlier day, with its letters: the past of the example organisation. */
@Service
@Transactional
@Requires(NewsletterPermissions.SEND)
public class PastIssueService {

    private final NewsletterRepository repository;
    private final NewsletterEditionRepository editions;
    private final NewsletterPreviewService previews;
    private final NewsletterSendingJob sending;
    private final NewsletterRealisationRecorder realisations;
    private final SegmentAudience audience;
    private final PastLetterRecorder letters;
    private final OrganisationSettings settings;

    PastIssueService(
            NewsletterRepository repository,
            NewsletterEditionRepository editions,
            NewsletterPreviewService previews,
            NewsletterSendingJob sending,
            NewsletterRealisationRecorder realisations,
            SegmentAudience audience,
            PastLetterRecorder letters,
            OrganisationSettings settings) {
        this.repository = repository;
        this.editions = editions;
        this.previews = previews;
        this.sending = sending;
        this.realisations = realisations;
        this.audience = audience;
        this.letters = letters;
        this.settings = settings;
    }

    /** @param returned the addresses whose letter came back */
    @Transactional(label = "newsletter.start")
    public void send(NewsletterId id, LocalDate on, Collection<String> returned) {
        Newsletter issue = repository.lock(id);
        previews.saveEditions(issue);
        Instant at = on.atTime(LocalTime.NOON).atZone(settings.current().zone()).toInstant();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("state", NewsletterState.SENDING);
        columns.put("number", repository.nextNumber());
        columns.put("leaves_at", at);
        columns.put("started_at", at);
        columns.put("confirmed_by", CurrentActor.get().id());
        columns.put("confirmed_name", CurrentActor.get().label());
        repository.update(id, columns);
        Optional<UUID> last = Optional.empty();
        do {
            last = sending.sendNext(id, last.orElse(null));
        } while (last.isPresent());
        audience.forgetLetters(id.value());
        letters.recordSent(NewsletterEditionRepository.MATTER, editions.findLetters(id), at, returned);
        repository.update(id, Map.of("ended_at", at));
        String subject = NewsletterPreviewService.subject(repository.findBlocks(id), issue.firstLanguage());
        realisations.record(repository.findById(id), subject, on);
    }
}
