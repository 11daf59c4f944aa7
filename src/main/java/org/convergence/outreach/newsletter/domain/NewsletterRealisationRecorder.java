package org.convergence.outreach.newsletter.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Records an issue as a realisation of its line once its first letter left. */
@Component
record NewsletterRealisationRecorder(
        RealisationRecorder realisations,
        RecipientWords words,
        OrganisationSettings settings,
        NewsletterRepository repository,
        JdbcClient db,
        TransactionOperations transactions) {

    /** An issue, and when its first letter left. */
    private record DepartedIssue(NewsletterId id, String subject, Instant leftAt) {}

    /** The realisations of issues. */
    Set<RealisationId> findByIssues(Collection<Newsletter> issues) {
        return issues.stream()
                .flatMap(each -> realisations.findBySource(source(each)).stream())
                .collect(Collectors.toSet());
    }

    private static RealisationSource source(Newsletter issue) {
        String id = issue.id().value().toString();
        return new RealisationSource("outreach.newsletter", "issue", id, "/outreach/newsletter/" + id);
    }

    /** Records the issues whose first letter left: before, nobody has read them. */
    void recordDepartures() {
        transactions.executeWithoutResult(status -> db.sql("""
                        SELECT n.id, e.subject, f.left_at
                          FROM outreach.newsletter n
                          JOIN outreach.newsletter_edition e ON e.newsletter = n.id AND e.language = n.languages[1]
                         CROSS JOIN LATERAL (
                                   SELECT min(s.left_on) AS left_at
                                     FROM outreach.newsletter_recipient r
                                     JOIN platform.mail_letter_status s ON s.matter = :matter AND s.record_id = r.id
                                    WHERE r.newsletter = n.id) f
                         WHERE n.started_at IS NOT NULL AND n.recorded_on IS NULL AND f.left_at IS NOT NULL
                         ORDER BY n.id LIMIT 20 FOR UPDATE OF n SKIP LOCKED
                        """)
                .param("matter", NewsletterEditionRepository.MATTER)
                .query(RecordMapper.of(DepartedIssue.class))
                .list()
                .forEach(
                        each -> record(repository.findById(each.id()), each.subject(), settings.dayOf(each.leftAt()))));
    }

    /** Takes their numbers from the issues all of whose letters were refused or withheld, for the next issue to have. */
    void freeNumbers() {
        Map<String, @Nullable Object> without = new HashMap<>();
        without.put("number", null);
        transactions.executeWithoutResult(status -> db.sql("""
                        SELECT n.id FROM outreach.newsletter n
                         CROSS JOIN LATERAL (
                                   SELECT bool_and(s.state IN ('REFUSED', 'WITHHELD')) AS lost
                                     FROM outreach.newsletter_recipient r
                                     JOIN platform.mail_letter_status s ON s.matter = :matter AND s.record_id = r.id
                                    WHERE r.newsletter = n.id) f
                         WHERE n.state = 'SENT' AND n.number IS NOT NULL AND n.recorded_on IS NULL AND n.archived_at IS NULL AND f.lost
                         ORDER BY n.id LIMIT 20 FOR UPDATE OF n SKIP LOCKED
                        """)
                .param("matter", NewsletterEditionRepository.MATTER)
                .query(UUID.class)
                .list()
                .forEach(each -> repository.update(new NewsletterId(each), without)));
    }

    /** @param day on which its first letter left */
    void record(Newsletter issue, String subject, LocalDate day) {
        Map<String, Object> columns = new HashMap<>(Map.of("recorded_on", day));
        if (issue.number() == null && !issue.sentElsewhere()) {
            columns.put("number", repository.nextNumber());
        }
        repository.update(issue.id(), columns);
        realisations.record(RecordRealisationCommand.forLine(
                source(issue),
                new RealisationDetails(
                        TextShortener.shorten(
                                words.forOrganisation()
                                        .say(
                                                "newsletter.realisation",
                                                issue.number() == null ? "none" : String.valueOf(issue.number()),
                                                subject),
                                RealisationDetails.LONGEST_TITLE),
                        RealisationKind.PUBLICATION,
                        DayRange.on(day),
                        null,
                        null,
                        Set.of()),
                Amounts.UNKNOWN,
                issue.action()));
    }
}
