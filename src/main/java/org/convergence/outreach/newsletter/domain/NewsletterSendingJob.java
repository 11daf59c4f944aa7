package org.convergence.outreach.newsletter.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.segment.SegmentAudience;
import org.convergence.directory.segment.SegmentAudience.AudiencePerson;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterState;
import org.convergence.outreach.newsletter.domain.NewsletterEditionRepository.Edition;
import org.convergence.outreach.newsletter.domain.NewsletterEditionRepository.RecipientRow;
import org.convergence.platform.database.Ids;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobInSteps;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.BulkLetter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterContent;
import org.convergence.platform.mail.MailingRecipient;
import org.convergence.platform.mail.MailingService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives the letters of an issue to the outbox, some hundreds at a time in the order of the people's ids. A recipient's
 * row and letter are written together, once for each person: a run that was killed goes on and writes to nobody twice.
 */
@Component
record NewsletterSendingJob(
        NewsletterRepository repository,
        NewsletterEditionRepository editions,
        SegmentAudience audience,
        MailingService mailings,
        JdbcClient db,
        Clock clock) {

    static final String KIND = "newsletter.send";

    private static final int AT_ONCE = 250;
    private static final String MARK = NewsletterCompleter.MARK;

    /** The parameter of a run. */
    record SentIssue(UUID newsletter) {

        NewsletterId id() {
            return new NewsletterId(newsletter);
        }
    }

    /** The last person decided on; {@code null} before the first. */
    private record SendingProgress(@Nullable UUID after) {}

    @Bean
    static Job newsletterSending(NewsletterSendingJob sending) {
        return new JobInSteps<>(
                KIND,
                SentIssue.class,
                new SendingProgress(null),
                issue -> sending.countPeople(issue.id()),
                AT_ONCE,
                (issue, at) -> sending.sendNext(issue.id(), at.after()).map(SendingProgress::new),
                (issue, end) -> null);
    }

    private long countPeople(NewsletterId id) {
        Newsletter issue = repository.findById(id);
        return issue.segment() == null ? 0 : audience.count(issue.segment());
    }

    /** Gives the next letters to the outbox; returns the last person, empty at the end or if the issue was paused. */
    Optional<UUID> sendNext(NewsletterId id, @Nullable UUID after) {
        Newsletter issue = repository.lock(id);
        if (issue.state() != NewsletterState.SENDING) {
            return Optional.empty();
        }
        List<AudiencePerson> people = audience.findNext(
                NewsletterPreviewService.question(issue, null), after == null ? null : new PersonId(after), AT_ONCE);
        Set<UUID> decided = findDecided(id, people);
        send(
                issue,
                people.stream()
                        .filter(each -> !decided.contains(each.person().value()))
                        .toList());
        if (people.size() < AT_ONCE) {
            end(id);
            return Optional.empty();
        }
        return Optional.of(people.get(AT_ONCE - 1).person().value());
    }

    /** An issue that wrote to nobody is a draft again, without a number. */
    private void end(NewsletterId id) {
        if (editions.hasReaders(id)) {
            repository.update(id, Map.of("state", NewsletterState.SENT, "ended_at", clock.instant()));
            return;
        }
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("state", NewsletterState.DRAFT);
        columns.put("number", null);
        columns.put("started_at", null);
        columns.put("pause_reason", editions.hasExcludedForWeek(id) ? Newsletter.NOBODY_THIS_WEEK : Newsletter.NOBODY);
        editions.deleteAll(id);
        repository.update(id, columns);
    }

    private Set<UUID> findDecided(NewsletterId id, List<AudiencePerson> people) {
        return new HashSet<>(db.sql(
                        "SELECT person FROM outreach.newsletter_recipient WHERE newsletter = ? AND person = ANY (?)")
                .params(
                        id.value(),
                        people.stream().map(each -> each.person().value()).toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    private void send(Newsletter issue, List<AudiencePerson> people) {
        Map<String, Edition> byLanguage = editions.findByNewsletter(issue.id());
        Edition first = Objects.requireNonNull(byLanguage.get(issue.firstLanguage()));
        List<BulkLetter> letters = new ArrayList<>();
        Set<OrganisationId> organisations = new HashSet<>();
        List<RecipientRow> rows = new ArrayList<>();
        for (AudiencePerson each : people) {
            UUID recipient = Ids.next();
            String address = each.address();
            if (each.exclusion() != null || address == null) {
                rows.add(new RecipientRow(recipient, each, null));
                continue;
            }
            Edition edition = byLanguage.getOrDefault(Objects.requireNonNullElse(each.language(), ""), first);
            rows.add(new RecipientRow(recipient, each, edition.id()));
            letters.add(
                    letter(each.person(), address, edition).regarding(NewsletterEditionRepository.MATTER, recipient));
            organisations.addAll(each.organisations());
        }
        editions.insertRecipients(issue.id(), rows, clock.instant());
        mailings.post(letters);
        audience.recordLetters(issue.id().value(), organisations);
    }

    /** The outbox stores a mark in place of the text, which is the same for all. */
    private static BulkLetter letter(PersonId to, String address, Edition edition) {
        return new BulkLetter(
                new MailingRecipient(to.value(), address),
                NewsletterPreviewService.TOPIC,
                edition.subject(),
                MARK,
                "newsletter_issue",
                edition.language(),
                new Letter.Completion(NewsletterCompleter.NAME, edition.id()),
                null,
                new LetterContent(edition.language(), List.of(new LetterBlock.LetterParagraph(MARK))));
    }

    /** Puts the text of an issue into its letters when they leave, so that the outbox does not store it for each. */
    @Component
    record NewsletterCompleter(ObjectProvider<NewsletterEditionRepository> editions) implements BodyCompleter {

        static final String NAME = "newsletter_edition";

        /** The paragraph that the text replaces. */
        static final String MARK = "[[issue]]";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Map<String, List<LetterBlock>> blocks(UUID edition) {
            return Map.of("issue", editions.getObject().content(edition).blocks());
        }
    }
}
