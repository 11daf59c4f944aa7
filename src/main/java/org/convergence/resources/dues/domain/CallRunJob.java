package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.database.Json;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobRun;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.membership.domain.MemberQueries;
import org.convergence.resources.membership.domain.MemberQueries.MemberFilter;
import org.springframework.stereotype.Component;

/**
 * Issues the invoices of a call in steps: the invoice, share and letter of each member in one transaction, so that a
 * crash loses whole steps only. A repeated run invoices only members without an invoice.
 */
@Component
class CallRunJob implements Job {

    static final String KIND = "dues-call";

    private static final int STEP = 25;

    private final DuesCallService calls;
    private final MemberQueries members;
    private final CallIssuer callIssuer;

    CallRunJob(DuesCallService calls, MemberQueries members, CallIssuer callIssuer) {
        this.calls = calls;
        this.members = members;
        this.callIssuer = callIssuer;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** The result shown on the page of the job. */
    record CallRunOutcome(int issued, int mailed, int printed) {}

    @Override
    public void run(JobRun run) {
        CallId id =
                new CallId(UUID.fromString(run.parameters().node().get("call").asString()));
        int all =
                members
                        .countByCategory(
                                new MemberFilter(calls.findById(id).facts().reference(), null, ""))
                        .values()
                        .stream()
                        .mapToInt(Integer::intValue)
                        .sum();
        run.setTotal(all);
        String due = run.parameters().node().path("dueOn").asString("");
        var terms = new CallIssuer.IssueTerms(null, due.isEmpty() ? null : LocalDate.parse(due));
        while (!run.position().node().path("last").asBoolean(false)) {
            Json here = run.position();
            int units = Math.min(STEP, Math.max(0, all - count(here, "done")));
            run.step(units, () -> {
                CallIssuer.IssueProgress done =
                        callIssuer.issue(id, here.node().path("after").asString(""), STEP, terms);
                return Json.of(Map.of(
                        "after", done.after(),
                        "last", done.last(),
                        "done", count(here, "done") + units,
                        "issued", count(here, "issued") + done.issued(),
                        "mailed", count(here, "mailed") + done.mailed(),
                        "printed", count(here, "printed") + done.printed()));
            });
        }
        Json end = run.position();
        run.result(new CallRunOutcome(count(end, "issued"), count(end, "mailed"), count(end, "printed")));
    }

    private static int count(Json position, String name) {
        return position.node().path(name).asInt(0);
    }
}
