package org.convergence.outreach.newsletter.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.convergence.directory.consent.AddressReportRecorder;
import org.convergence.directory.consent.AddressReportRecorder.AddressReport;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.people.ListExportLog;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.segment.SegmentAudience;
import org.convergence.directory.segment.SegmentAudience.AudiencePerson;
import org.convergence.directory.segment.SegmentAudience.AudienceQuestion;
import org.convergence.outreach.newsletter.NewsletterPermissions;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterState;
import org.convergence.outreach.newsletter.domain.NewsletterEditionRepository.Edition;
import org.convergence.outreach.newsletter.domain.NewsletterEditionRepository.RecipientRow;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues that another mailing tool sends: the addresses that the law allows go out, and what that tool tells of them
 * comes back as withdrawals and failed addresses.
 */
@Service
@Transactional
@Requires(NewsletterPermissions.SEND)
public class NewsletterElsewhereService {

    private final NewsletterRepository repository;
    private final NewsletterEditionRepository editions;
    private final NewsletterPreviewService previews;
    private final NewsletterRealisationRecorder realisations;
    private final SegmentAudience audience;
    private final AddressReportRecorder reports;
    private final ListExportLog exports;
    private final RecipientWords words;
    private final OrganisationSettings settings;
    private final Clock clock;

    NewsletterElsewhereService(
            NewsletterRepository repository,
            NewsletterEditionRepository editions,
            NewsletterPreviewService previews,
            NewsletterRealisationRecorder realisations,
            SegmentAudience audience,
            AddressReportRecorder reports,
            ListExportLog exports,
            RecipientWords words,
            OrganisationSettings settings,
            Clock clock) {
        this.repository = repository;
        this.editions = editions;
        this.previews = previews;
        this.realisations = realisations;
        this.audience = audience;
        this.reports = reports;
        this.exports = exports;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A person that another tool writes to.
     *
     * @param language the code of the edition
     * @param basis on which it goes; {@code null} where none is needed
     */
    public record ElsewhereRecipient(
            String name,
            String address,
            String language,
            @Nullable Basis basis) {}

    /**
     * What another tool told of an issue.
     *
     * @param unknown the addresses of both lists that nobody has here
     */
    public record ReturnedAddresses(int withdrawn, int failed, int known, List<String> unknown) {}

    /**
     * Hands an issue to another tool: its texts and its recipients are kept as they are now, and count as the letters of
     * this week. It has not left.
     *
     * @throws Refused if something stands in the way, or nobody may get it
     */
    @Transactional(label = "newsletter.hand-over")
    public void handOver(NewsletterId id, int version) {
        Newsletter issue = repository.lock(id);
        if (!issue.isEditable() || issue.version() != version) {
            throw new Refused("newsletter.refused.changed");
        }
        List<String> obstacles = previews.findObstacles(id);
        if (!obstacles.isEmpty()) {
            throw new Refused(obstacles.get(0));
        }
        previews.saveEditions(issue);
        Instant now = clock.instant();
        if (decide(issue, now) == 0) {
            throw new Refused("newsletter.refused.nobody");
        }
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("state", NewsletterState.HANDED_OVER);
        columns.put("leaves_at", now);
        columns.put("confirmed_by", CurrentActor.get().id());
        columns.put("confirmed_name", CurrentActor.get().label());
        columns.put("pause_reason", null);
        repository.update(id, columns);
    }

    /** Writes the row of each person of the segment; returns the number of those who get the issue. */
    private int decide(Newsletter issue, Instant now) {
        Map<String, Edition> byLanguage = editions.findByNewsletter(issue.id());
        Edition first = Objects.requireNonNull(byLanguage.get(issue.firstLanguage()));
        AudienceQuestion question = NewsletterPreviewService.question(issue, null);
        int written = 0;
        PersonId after = null;
        List<AudiencePerson> batch;
        do {
            batch = audience.findNext(question, after, SegmentAudience.AT_ONCE);
            List<RecipientRow> rows = new ArrayList<>();
            Set<OrganisationId> organisations = new HashSet<>();
            for (AudiencePerson each : batch) {
                boolean gets = each.exclusion() == null && each.address() != null;
                Edition edition = byLanguage.getOrDefault(Objects.requireNonNullElse(each.language(), ""), first);
                rows.add(new RecipientRow(Ids.next(), each, gets ? edition.id() : null));
                if (gets) {
                    organisations.addAll(each.organisations());
                    written++;
                }
                after = each.person();
            }
            editions.insertRecipients(issue.id(), rows, now);
            audience.recordLetters(issue.id().value(), organisations);
        } while (batch.size() == SegmentAudience.AT_ONCE);
        return written;
    }

    /**
     * Why an issue that was handed over does not go out any more, as a message key: since then it may name a person whose
     * name may not be published, or a person of its list is protected. That person is not told apart from the others.
     */
    @Transactional(readOnly = true)
    public Optional<String> findHindrance(NewsletterId id) {
        if (editions.isWithheld(id)) {
            return Optional.of("newsletter.refused.elsewhere.named");
        }
        return editions.hasProtectedReader(id) ? Optional.of("newsletter.refused.elsewhere.list") : Optional.empty();
    }

    /**
     * The people for the other tool; those who withdrew since are left out. The export is logged (R-L25-15).
     *
     * @throws Refused if it does not go out any more ({@link #findHindrance})
     */
    @Transactional(label = "newsletter.export")
    public List<ElsewhereRecipient> export(NewsletterId id) {
        Newsletter issue = requireHandedOver(id);
        findHindrance(id).ifPresent(reason -> {
            throw new Refused(reason);
        });
        Map<PersonId, String> readers = editions.findReaders(id);
        AudienceQuestion question =
                NewsletterPreviewService.question(issue, null).atAnyTime();
        List<PersonId> people = List.copyOf(readers.keySet());
        List<ElsewhereRecipient> recipients = new ArrayList<>();
        for (int from = 0; from < people.size(); from += SegmentAudience.AT_ONCE) {
            int to = Math.min(from + SegmentAudience.AT_ONCE, people.size());
            for (AudiencePerson each : audience.findByIds(question, people.subList(from, to))) {
                String address = each.address();
                if (each.exclusion() == null && address != null) {
                    recipients.add(new ElsewhereRecipient(
                            each.name(),
                            address,
                            readers.getOrDefault(each.person(), issue.firstLanguage()),
                            each.basis()));
                }
            }
        }
        exports.record("CSV", recipients.size(), true);
        return recipients;
    }

    private Newsletter requireHandedOver(NewsletterId id) {
        Newsletter issue = repository.lock(id);
        if (issue.state() != NewsletterState.HANDED_OVER) {
            throw new Refused("newsletter.refused.not-handed-over");
        }
        return issue;
    }

    /** Makes an issue that the other tool did not send a draft again; its letters do not count for the week. */
    @Transactional(label = "newsletter.stop")
    public void takeBack(NewsletterId id) {
        requireHandedOver(id);
        editions.deleteAll(id);
        audience.forgetLetters(id.value());
        repository.update(id, Map.of("state", NewsletterState.DRAFT));
    }

    /**
     * Records that an issue was sent with another tool: it has a realisation, and a number unless a later issue has one. Its letters are not followed
     * here, whether it was handed over or not.
     *
     * @throws Refused if the day is in the future, no segment is chosen or the subject is missing
     */
    @Transactional(label = "newsletter.record-sent")
    public void recordSent(NewsletterId id, LocalDate on) {
        Newsletter issue = repository.lock(id);
        if (!issue.isEditable() && issue.state() != NewsletterState.HANDED_OVER) {
            throw new Refused("newsletter.refused.confirmed");
        }
        String subject = NewsletterPreviewService.subject(repository.findBlocks(id), issue.firstLanguage());
        if (on.isAfter(settings.today()) || issue.segment() == null || subject.isBlank()) {
            throw new Refused("newsletter.refused.elsewhere");
        }
        Instant at = on.atTime(LocalTime.NOON).atZone(settings.current().zone()).toInstant();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("state", NewsletterState.SENT);
        columns.put("number", repository.hasNumberedAfter(at) ? null : repository.nextNumber());
        columns.put("leaves_at", at);
        columns.put("started_at", at);
        columns.put("ended_at", at);
        columns.put("pause_reason", null);
        columns.put("confirmed_by", CurrentActor.get().id());
        columns.put("confirmed_name", CurrentActor.get().label());
        columns.put("sent_elsewhere", true);
        repository.update(id, columns);
        realisations.record(repository.findById(id), subject, on);
    }

    /**
     * Records what the other tool told: withdrawals from everything, and addresses that failed. The same lists twice
     * change nothing.
     *
     * @throws Refused if the issue was neither handed over nor sent with another tool
     */
    @Transactional(label = "newsletter.record-returns")
    public ReturnedAddresses recordReturns(
            NewsletterId id, Collection<String> unsubscribed, Collection<String> failed) {
        Newsletter issue = repository.lock(id);
        if (!issue.isWithAnotherTool()) {
            throw new Refused("newsletter.refused.not-handed-over");
        }
        String subject = NewsletterPreviewService.subject(repository.findBlocks(id), issue.firstLanguage());
        AddressReport stopped = reports.recordWithdrawals(
                unsubscribed, words.forOrganisation().say("newsletter.elsewhere.source", subject));
        AddressReport returned = reports.recordFailures(failed);
        editions.markReturned(id, returned.people());
        List<String> unknown = new ArrayList<>(stopped.unknown());
        returned.unknown().stream().filter(each -> !unknown.contains(each)).forEach(unknown::add);
        return new ReturnedAddresses(
                stopped.recorded().size(),
                returned.recorded().size(),
                stopped.known().size() + returned.known().size(),
                unknown);
    }
}
