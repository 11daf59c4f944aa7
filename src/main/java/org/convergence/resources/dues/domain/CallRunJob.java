package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobInSteps;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.domain.CallIssuer.IssueProgress;
import org.convergence.resources.dues.domain.CallIssuer.IssueTerms;
import org.convergence.resources.membership.domain.MemberQueries;
import org.convergence.resources.membership.domain.MemberQueries.MemberFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Issues the invoices of a call in steps: the invoice, share and letter of each member in one transaction. A repeated
 * run invoices only members without an invoice.
 */
@Configuration(proxyBeanMethods = false)
class CallRunJob {

    static final String KIND = "dues-call";

    private static final int STEP = 25;

    /** @param dueOn the due day of late invoices; {@code null} for the call's own */
    record CallRunParameters(UUID call, @Nullable LocalDate dueOn) {}

    /** The result shown on the page of the job. */
    private record CallRunOutcome(int issued, int mailed, int printed) {}

    @Bean
    static Job issueOfCall(DuesCallService calls, MemberQueries members, CallIssuer issuer) {
        return new JobInSteps<>(
                KIND,
                CallRunParameters.class,
                new IssueProgress(0, 0, 0, "", false),
                asked -> {
                    LocalDate on =
                            calls.findById(new CallId(asked.call())).facts().reference();
                    return members.countByCategory(new MemberFilter(on, null, "")).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum();
                },
                STEP,
                (asked, at) -> at.last() ? Optional.empty() : Optional.of(issue(issuer, asked, at)),
                (asked, end) -> new CallRunOutcome(end.issued(), end.mailed(), end.printed()));
    }

    private static IssueProgress issue(CallIssuer issuer, CallRunParameters asked, IssueProgress at) {
        IssueProgress done =
                issuer.issue(new CallId(asked.call()), at.after(), STEP, new IssueTerms(null, asked.dueOn()));
        return new IssueProgress(
                at.issued() + done.issued(),
                at.mailed() + done.mailed(),
                at.printed() + done.printed(),
                done.after(),
                done.last());
    }
}
