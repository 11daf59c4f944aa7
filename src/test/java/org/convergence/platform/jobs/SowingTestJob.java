package org.convergence.platform.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.convergence.platform.access.CurrentActor;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Jobs that insert rows: one per step, or two. */
@Component
class SowingTestJob {

    final List<String> rows = new ArrayList<>();
    IntConsumer beforeRow = row -> {};

    private record SowingParameters(int rows) {}

    private record SowingPosition(int row) {}

    @Bean
    static Job sowingOfRows(SowingTestJob bed) {
        return bed.job("sowing", 1);
    }

    @Bean
    static Job sowingOfPairs(SowingTestJob bed) {
        return bed.job("sowing-pairs", 2);
    }

    private Job job(String kind, int units) {
        return new JobInSteps<>(
                kind,
                SowingParameters.class,
                new SowingPosition(0),
                SowingParameters::rows,
                units,
                (asked, at) -> {
                    int last = Math.min(at.row() + units, asked.rows());
                    for (int row = at.row() + 1; row <= last; row++) {
                        beforeRow.accept(row);
                        rows.add("row " + row + " by " + CurrentActor.get().label());
                    }
                    return last == at.row() ? Optional.empty() : Optional.of(new SowingPosition(last));
                },
                (asked, end) -> Map.of("sown", rows.size()));
    }
}
