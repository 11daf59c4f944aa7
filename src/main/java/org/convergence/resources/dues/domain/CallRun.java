package org.convergence.resources.dues.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.database.Json;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobRun;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.domain.CallLines.CallLine;
import org.springframework.stereotype.Component;

/**
 * Issues the invoices of a call, some members at a time: each with its number, its share and its letter in one transaction,
 * so that a kill loses a step as a whole or not at all. Done again, it asks only those of whom nothing was asked.
 */
@Component
class CallRun implements Job {

    static final String KIND = "dues-call";

    private static final int STEP = 25;

    private final CallKeeping calls;
    private final CallLines lines;
    private final CallIssuing issuing;

    CallRun(CallKeeping calls, CallLines lines, CallIssuing issuing) {
        this.calls = calls;
        this.lines = lines;
        this.issuing = issuing;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** What the page shows at the end. */
    record Outcome(int issued, int mailed, int printed) {}

    @Override
    public void run(JobRun run) {
        CallId id =
                new CallId(UUID.fromString(run.parameters().node().get("call").asString()));
        CallKeeping.Kept call = calls.one(id);
        run.total(lines.total(call).members());
        int[] counts = counts(run.position());
        String after = text(run.position());
        while (true) {
            String from = after;
            List<CallLine> some = lines.some(call, from, STEP);
            if (some.isEmpty()) {
                break;
            }
            run.step(some.size(), () -> {
                CallIssuing.Done done = issuing.issue(call, some, null);
                counts[0] += done.issued();
                counts[1] += done.mailed();
                counts[2] += done.printed();
                return Json.of(Map.of(
                        "after", some.get(some.size() - 1).share().member().position(),
                        "issued", counts[0],
                        "mailed", counts[1],
                        "printed", counts[2]));
            });
            after = some.get(some.size() - 1).share().member().position();
            if (some.size() < STEP) {
                break;
            }
        }
        run.result(new Outcome(counts[0], counts[1], counts[2]));
    }

    private static int[] counts(Json position) {
        return new int[] {count(position, "issued"), count(position, "mailed"), count(position, "printed")};
    }

    private static int count(Json position, String name) {
        return position.node().path(name).asInt(0);
    }

    private static String text(Json position) {
        return position.node().path("after").asString("");
    }
}
