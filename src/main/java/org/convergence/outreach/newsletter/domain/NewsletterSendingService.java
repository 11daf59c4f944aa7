package org.convergence.outreach.newsletter.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.segment.SegmentAudience;
import org.convergence.directory.segment.SegmentAudience.AudiencePerson;
import org.convergence.identity.AccountActors;
import org.convergence.outreach.newsletter.NewsletterPermissions;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterState;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.JobQueue;
import org.convergence.platform.jobs.JobRequest;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Confirms issues, and stops, pauses and resumes their sending. Where two people may send, the others are
 * told and have ten minutes to stop an issue before it leaves.
 */
@Service
@Transactional
@Requires(NewsletterPermissions.SEND)
public class NewsletterSendingService {

    /** The time for the others to stop a confirmed issue. */
    static final Duration TO_STOP = Duration.ofMinutes(10);

    /** The usual number of refused letters after which a sending pauses. */
    public static final int USUAL_ERRORS = 20;

    private static final int MOST_COLLEAGUES = 20;
    private static final Set<NewsletterState> IDLE =
            Set.of(NewsletterState.DRAFT, NewsletterState.STOPPED, NewsletterState.HANDED_OVER);

    private final NewsletterRepository repository;
    private final NewsletterEditionRepository editions;
    private final SegmentAudience audience;
    private final NewsletterPreviewService previews;
    private final NewsletterNoticeSender notices;
    private final LetterStatusService statuses;
    private final AccountActors accounts;
    private final OrganisationSettings settings;
    private final JobQueue jobs;
    private final Clock clock;

    NewsletterSendingService(
            NewsletterRepository repository,
            NewsletterEditionRepository editions,
            SegmentAudience audience,
            NewsletterPreviewService previews,
            NewsletterNoticeSender notices,
            LetterStatusService statuses,
            AccountActors accounts,
            OrganisationSettings settings,
            JobQueue jobs,
            Clock clock) {
        this.repository = repository;
        this.editions = editions;
        this.audience = audience;
        this.previews = previews;
        this.notices = notices;
        this.statuses = statuses;
        this.accounts = accounts;
        this.settings = settings;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Confirms an issue: its texts are kept as they are now, and it counts as the letter of the week. It leaves at the
     * time given, but not before the others had ten minutes to stop it.
     *
     * @param at {@code null} for as soon as possible
     * @throws Refused if something stands in the way, the time is past, or nobody would get a letter
     */
    @Transactional(label = "newsletter.confirm")
    public Instant confirm(NewsletterId id, int version, @Nullable Instant at, int mostErrors) {
        Newsletter issue = repository.lock(id);
        if (!issue.isEditable() || issue.version() != version) {
            throw new Refused("newsletter.refused.changed");
        }
        requireUnhindered(id);
        Instant now = clock.instant();
        if (at != null && at.isBefore(now)) {
            throw new Refused("newsletter.refused.past");
        }
        List<Actor> others = findColleagues();
        Instant earliest = others.isEmpty() ? now : now.plus(TO_STOP);
        Instant leavesAt = at == null || at.isBefore(earliest) ? earliest : at;
        LocalDate day = settings.dayOf(leavesAt);
        List<AudiencePerson> readers = audience.findAll(NewsletterPreviewService.question(issue, day)).stream()
                .filter(each -> each.exclusion() == null)
                .toList();
        if (readers.isEmpty()) {
            throw new Refused("newsletter.refused.nobody");
        }
        audience.recordLetters(
                id.value(),
                readers.stream().flatMap(each -> each.organisations().stream()).collect(Collectors.toSet()),
                day);
        previews.saveEditions(issue);
        announce(issue, leavesAt, mostErrors, others);
        return leavesAt;
    }

    private void requireUnhindered(NewsletterId id) {
        previews.findObstacles(id).stream().findFirst().ifPresent(obstacle -> {
            throw new Refused(obstacle);
        });
    }

    /** The others are told. Without a mail server an issue waits: it is not begun even if nobody else can stop it. */
    private void announce(Newsletter issue, Instant leavesAt, int mostErrors, List<Actor> others) {
        NewsletterId id = issue.id();
        String subject = NewsletterPreviewService.subject(repository.findBlocks(id), issue.firstLanguage());
        Actor actor = CurrentActor.get();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("state", NewsletterState.CONFIRMED);
        columns.put("leaves_at", leavesAt);
        columns.put("confirmed_by", actor.id());
        columns.put("confirmed_name", actor.label());
        columns.put("most_errors", mostErrors);
        columns.put("pause_reason", null);
        repository.update(id, columns);
        others.forEach(each -> notices.send(each, id, subject, actor, leavesAt));
        if (others.isEmpty() && statuses.isMailSet() && !leavesAt.isAfter(clock.instant())) {
            start(id);
        }
    }

    /** The other people who may send issues: they are told of one that is confirmed, and may stop it. */
    @Transactional(readOnly = true)
    public List<Actor> findColleagues() {
        UUID mine = CurrentActor.get().id();
        return accounts.findAll().stream()
                .filter(each -> !each.id().equals(mine) && each.may(NewsletterPermissions.SEND))
                .limit(MOST_COLLEAGUES)
                .toList();
    }

    /** Begins the sending of a confirmed issue; does nothing if it was stopped meanwhile. */
    @Transactional(label = "newsletter.start")
    public void start(NewsletterId id) {
        Newsletter issue = repository.lock(id);
        Instant leavesAt = issue.leavesAt();
        if (issue.state() == NewsletterState.CONFIRMED && leavesAt != null && !leavesAt.isAfter(clock.instant())) {
            Map<String, Object> columns = new HashMap<>(Map.of("state", NewsletterState.SENDING));
            if (issue.startedAt() == null) {
                audience.forgetLetters(id.value());
                columns.put("number", repository.nextNumber());
                columns.put("started_at", clock.instant());
            }
            repository.update(id, columns);
            submit(id);
        }
    }

    private void submit(NewsletterId id) {
        jobs.submit(JobRequest.of(
                        NewsletterSendingJob.KIND, "newsletter.job", new NewsletterSendingJob.SentIssue(id.value()))
                .once(id.value().toString()));
    }

    /**
     * Stops an issue: what has not left does not leave, and does not count as the letter of the week. One that has not
     * begun becomes a draft again.
     *
     * @throws Refused if everything has left
     */
    @Transactional(label = "newsletter.stop")
    public NewsletterState stop(NewsletterId id) {
        Newsletter issue = repository.lock(id);
        NewsletterState next = issue.startedAt() == null ? NewsletterState.DRAFT : NewsletterState.STOPPED;
        if (IDLE.contains(issue.state())) {
            throw new Refused("newsletter.refused.nothing-to-stop");
        }
        if (next == NewsletterState.DRAFT) {
            unconfirm(id);
        } else if (editions.takeBack(id) == 0 && issue.state() == NewsletterState.SENT) {
            throw new Refused("newsletter.refused.left");
        } else {
            audience.forgetLetters(id.value(), editions.findOrganisationsWithout(id, settings.today()));
        }
        repository.update(
                id,
                Map.of(
                        "state", next,
                        "stopped_at", clock.instant(),
                        "stopped_name", CurrentActor.get().label()));
        return next;
    }

    /**
     * Makes a confirmed issue whose time came before a moment a draft again, to be read and confirmed once more; one that
     * was to be sent on is stopped as before.
     */
    @Transactional(label = "newsletter.expire")
    public void expire(NewsletterId id, Instant before) {
        Newsletter issue = repository.lock(id);
        if (issue.state() == NewsletterState.CONFIRMED
                && issue.leavesAt() != null
                && issue.leavesAt().isBefore(before)) {
            if (issue.startedAt() == null) {
                unconfirm(id);
                repository.update(id, Map.of("state", NewsletterState.DRAFT, "pause_reason", Newsletter.EXPIRED));
            } else {
                repository.update(
                        id, Map.of("state", NewsletterState.STOPPED, "pause_reason", Newsletter.EXPIRED_STOPPED));
            }
        }
    }

    private void unconfirm(NewsletterId id) {
        editions.delete(id);
        audience.forgetLetters(id.value());
    }

    /** Pauses a sending; the letters that wait are taken back until it is resumed. */
    @Transactional(label = "newsletter.pause")
    public void pause(NewsletterId id, String reason) {
        Newsletter issue = repository.lock(id);
        boolean left = editions.takeBack(id) == 0;
        if (issue.state() != NewsletterState.SENDING && (issue.state() != NewsletterState.SENT || left)) {
            throw new Refused("newsletter.refused.left");
        }
        repository.update(id, Map.of("state", NewsletterState.PAUSED, "pause_reason", reason));
    }

    /** Resumes a paused sending: nobody gets a second letter but those whose letter was taken back. */
    @Transactional(label = "newsletter.resume")
    public void resume(NewsletterId id) {
        Newsletter issue = repository.lock(id);
        if (issue.state() != NewsletterState.PAUSED) {
            throw new Refused("newsletter.refused.not-paused");
        }
        editions.requireShown(id);
        editions.deleteTakenBack(id);
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("state", NewsletterState.SENDING);
        columns.put("pause_reason", null);
        // Those refused so far do not pause it again.
        columns.put("most_errors", issue.mostErrors() + USUAL_ERRORS);
        repository.update(id, columns);
        submit(id);
    }

    /**
     * Sends what had not left of a stopped issue: the same texts, and nobody twice. The others are told, and have ten
     * minutes to stop it again.
     *
     * @throws Refused if something stands in the way, or it may name a person whose name may not be published
     */
    @Transactional(label = "newsletter.send-on")
    public Instant sendOn(NewsletterId id) {
        Newsletter issue = repository.lock(id);
        if (issue.state() != NewsletterState.STOPPED) {
            throw new Refused("newsletter.refused.not-stopped");
        }
        editions.requireShown(id);
        requireUnhindered(id);
        editions.deleteTakenBack(id);
        List<Actor> others = findColleagues();
        Instant leavesAt = others.isEmpty() ? clock.instant() : clock.instant().plus(TO_STOP);
        announce(issue, leavesAt, issue.mostErrors() + USUAL_ERRORS, others);
        return leavesAt;
    }

    /** Goes on with an issue whose run ended before its letters were all given to the outbox. */
    void continueSending(NewsletterId id) {
        if (repository.lock(id).state() == NewsletterState.SENDING) {
            submit(id);
        }
    }
}
