package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.JobQueue;
import org.convergence.platform.jobs.JobRequest;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.ledger.domain.InvoicePaperAssembler;
import org.convergence.resources.membership.MembershipId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Launches a call: issues and sends its invoices, or enters those sent by other means. */
@Service
@Transactional
@Requires(DuesPermissions.CALL)
public class CallLaunchService {

    private static final int AT_ONCE = 200;
    private static final int MOST_SPECIMENS = 4;

    private final DuesCallService calls;
    private final CallLineQueries lines;
    private final CallIssuer callIssuer;
    private final DuesLetterSender letters;
    private final DuesInvoiceIssuer issuer;
    private final InvoicePaperAssembler papers;
    private final JobQueue jobs;
    private final OrganisationSettings settings;

    CallLaunchService(
            DuesCallService calls,
            CallLineQueries lines,
            CallIssuer callIssuer,
            DuesLetterSender letters,
            DuesInvoiceIssuer issuer,
            InvoicePaperAssembler papers,
            JobQueue jobs,
            OrganisationSettings settings) {
        this.calls = calls;
        this.lines = lines;
        this.callIssuer = callIssuer;
        this.letters = letters;
        this.issuer = issuer;
        this.papers = papers;
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
                findAskable(call)
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

    private Stream<CallLineQueries.CallLine> findAskable(DuesCallService.StoredCall call) {
        return lines.findAll(call).stream().filter(CallLineQueries.CallLine::isAskable);
    }

    /** A member whose invoice can be read before it is issued. */
    public record SpecimenMember(MembershipId membership, String name) {}

    /** One member for each way in which invoices of the call differ: the payer, the language, on paper or by mail. */
    @Transactional(readOnly = true)
    public List<SpecimenMember> findSpecimens(CallId id) {
        Set<List<Object>> seen = new HashSet<>();
        return findAskable(calls.findById(id))
                .filter(it -> {
                    BillingRecipients.BillingRecipient reach = it.share().reach();
                    boolean isOwn = reach.payer().equals(it.share().member().member());
                    return seen.add(List.of(isOwn, String.valueOf(reach.language()), reach.byPost()));
                })
                .limit(MOST_SPECIMENS)
                .map(it -> new SpecimenMember(
                        it.share().member().id(), it.share().member().name()))
                .toList();
    }

    /**
     * The invoice of a member as its payer would read it, marked as a specimen and without a number.
     *
     * @throws NotFound if this member would not be invoiced
     */
    @Transactional(readOnly = true)
    public byte[] renderSpecimen(CallId id, MembershipId membership) {
        DuesCallService.StoredCall call = calls.findById(id);
        LocalDate dueOn = lateDueDay(id).orElse(call.facts().dueOn());
        return findAskable(call)
                .filter(it -> it.share().member().id().equals(membership))
                .findFirst()
                .map(it -> papers.renderSpecimen(
                        issuer.assemble(call, it, settings.today(), dueOn),
                        it.share().member().name()))
                .orElseThrow(() -> new NotFound("specimen"));
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
