package org.convergence.platform.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Json;
import org.springframework.stereotype.Component;

/** A job that inserts rows, one per step. */
@Component
class SowingTestJob implements Job {

    final List<String> rows = new ArrayList<>();
    IntConsumer beforeRow = row -> {};

    @Override
    public String kind() {
        return "sowing";
    }

    @Override
    public void run(JobRun run) {
        int total = run.parameters().node().get("rows").asInt();
        run.setTotal(total);
        for (int row = run.position().node().path("row").asInt(0) + 1; row <= total; row++) {
            int current = row;
            run.step(1, () -> {
                beforeRow.accept(current);
                rows.add("row " + current + " by " + CurrentActor.get().label());
                return Json.of(Map.of("row", current));
            });
        }
        run.result(Map.of("sown", rows.size()));
    }
}
