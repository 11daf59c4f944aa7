package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.JobQueue;
import org.convergence.platform.jobs.JobRequest;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.DuesPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Launches a call: issues and sends its invoices, or enters those sent by other means. */
@Service
@Transactional
@Requires(DuesPermissions.CALL)
public class CallLaunchService {

    private static final int AT_ONCE = 200;

    private final DuesCallService calls;
    private final CallLineQueries lines;
    private final CallIssuer callIssuer;
    private final DuesLetterSender letters;
    private final JobQueue jobs;
    private final OrganisationSettings settings;

    CallLaunchService(
            DuesCallService calls,
            CallLineQueries lines,
            CallIssuer callIssuer,
            DuesLetterSender letters,
            JobQueue jobs,
            OrganisationSettings settings) {
        this.calls = calls;
        this.lines = lines;
        this.callIssuer = callIssuer;
        this.letters = letters;
        this.jobs = jobs;
        this.settings = settings;
    }

    /**
     * Starts the run of a call; while one runs, returns that run.
     *
     * @param dueOn the due day of late invoices; {@code null} for the call's own
     * @return the id of the job
     * @throws Refused if no member can be invoiced, the due day has passed, or the sender's identification for letters
     *     to people is incomplete (R-CASL-9)
     */
    public UUID start(CallId id, @Nullable LocalDate dueOn) {
        DueDayPolicy.dueOn(calls.findById(id), settings.today(), dueOn);
        CallTotal total = lines.computeTotal(calls.findById(id));
        if (total.askable() == 0) {
            throw new Refused("dues.refused.nobody");
        }
        if (total.unsigned() > 0) {
            throw new Refused("mail.refused.unsigned");
        }
        return jobs.submit(
                JobRequest.of(CallRunJob.KIND, "dues.call.work", new CallRunJob.CallRunParameters(id.value(), dueOn))
                        .once(id.value().toString()));
    }

    /** The invoices that would go by mail, on paper, or not at all, each with its amount. */
    @Transactional(readOnly = true)
    public MailingPreview preview(CallId id, Words t) {
        DuesCallService.StoredCall call = calls.findById(id);
        LocalDate dueOn = lateDueDay(id).orElse(call.facts().dueOn());
        return letters.preview(
                call.facts(),
                lines.findAll(call).stream()
                        .filter(CallLineQueries.CallLine::isAskable)
                        .map(it -> new DuesLetterSender.LetterTarget(
                                it.share().member().name(),
                                it.share().reach(),
                                0,
                                null,
                                Objects.requireNonNull(it.amount()),
                                dueOn))
                        .toList(),
                t);
    }

    /** The due day of members invoiced after the call's due day; empty where the call's own applies. */
    public Optional<LocalDate> lateDueDay(CallId id) {
        LocalDate today = settings.today();
        return DueDayPolicy.isLate(calls.findById(id), today)
                ? Optional.of(today.plusDays(DueDayPolicy.DAYS_TO_PAY))
                : Optional.empty();
    }

    /**
     * Enters invoices sent by other means, as in the year before this application was in use: the same invoices, issued
     * as of the day they were sent, without letters.
     *
     * @param dueOn their due day, if after the call's; {@code null} for the call's own
     * @return how many were issued
     * @throws Refused if that day is in the future or after the due day
     */
    public int enterSentInvoices(CallId id, LocalDate sentOn, @Nullable LocalDate dueOn) {
        if (sentOn.isAfter(settings.today())) {
            throw new Refused("dues.refused.sent");
        }
        int issued = 0;
        CallIssuer.IssueProgress done = new CallIssuer.IssueProgress(0, 0, 0, "", false);
        while (!done.last()) {
            done = callIssuer.issue(id, done.after(), AT_ONCE, new CallIssuer.IssueTerms(sentOn, dueOn));
            issued += done.issued();
        }
        return issued;
    }
}
