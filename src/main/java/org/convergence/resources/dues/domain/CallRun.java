package org.convergence.resources.dues.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobRun;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.domain.CallLines.CallLine;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final CallStore store;
    private final CallLines lines;
    private final CallIssuing issuing;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    CallRun(
            CallKeeping calls,
            CallStore store,
            CallLines lines,
            CallIssuing issuing,
            OrganisationSettings settings,
            JdbcClient db) {
        this.calls = calls;
        this.store = store;
        this.lines = lines;
        this.issuing = issuing;
        this.settings = settings;
        this.db = db;
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
                begin(id);
                CallIssuing.Done done = issuing.issue(call, some);
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

    /** Two runs that were started together go one after the other, step by step. */
    private void begin(CallId id) {
        db.sql("SELECT id FROM resources.dues_call WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotFound("call"));
        Call kept = store.findById(id.value()).orElseThrow(() -> new NotFound("call"));
        if (kept.issuedOn() == null) {
            store.save(kept.issued(settings.today()));
        }
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
