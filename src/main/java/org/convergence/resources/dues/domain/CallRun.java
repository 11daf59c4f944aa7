package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.database.Json;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobRun;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.membership.domain.MemberList;
import org.convergence.resources.membership.domain.MemberList.Asked;
import org.springframework.stereotype.Component;

/**
 * Issues the invoices of a call in steps: the invoice, share and letter of each member in one transaction, so that a
 * crash loses whole steps only. A repeated run invoices only members without an invoice.
 */
@Component
class CallRun implements Job {

    static final String KIND = "dues-call";

    private static final int STEP = 25;

    private final CallKeeping calls;
    private final MemberList members;
    private final CallIssuing issuing;

    CallRun(CallKeeping calls, MemberList members, CallIssuing issuing) {
        this.calls = calls;
        this.members = members;
        this.issuing = issuing;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** The result shown on the page of the job. */
    record Outcome(int issued, int mailed, int printed) {}

    @Override
    public void run(JobRun run) {
        CallId id =
                new CallId(UUID.fromString(run.parameters().node().get("call").asString()));
        int all = members.counts(new Asked(calls.one(id).facts().reference(), null, "")).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        run.total(all);
        String due = run.parameters().node().path("dueOn").asString("");
        var terms = new CallIssuing.Terms(null, due.isEmpty() ? null : LocalDate.parse(due));
        while (!run.position().node().path("last").asBoolean(false)) {
            Json here = run.position();
            int units = Math.min(STEP, Math.max(0, all - count(here, "done")));
            run.step(units, () -> {
                CallIssuing.Done done =
                        issuing.issue(id, here.node().path("after").asString(""), STEP, terms);
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
        run.result(new Outcome(count(end, "issued"), count(end, "mailed"), count(end, "printed")));
    }

    private static int count(Json position, String name) {
        return position.node().path(name).asInt(0);
    }
}
