package org.convergence.platform.jobs;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;

/**
 * A job that goes through a list, declared as a bean. The things that a step does and the position after it are saved in
 * one transaction: progress shows, a stop takes effect before the next step, and a run that was stopped or killed goes
 * on after its last saved step and does nothing twice.
 *
 * @param <P> the parameters of a run
 * @param <S> a position, a record: the last id done, and what was counted so far
 * @param start the position before the first step
 * @param total how many units there are, counted once
 * @param units how many units a step does
 * @param step does one step
 * @param result what the page shows at the end; {@code null} for nothing
 */
public record JobInSteps<P, S>(
        String kind,
        Class<P> parameters,
        S start,
        ToLongFunction<P> total,
        int units,
        JobStep<P, S> step,
        BiFunction<P, S, @Nullable Object> result)
        implements Job {

    /** One step of a job. */
    public interface JobStep<P, S> {

        /** Does what follows a position, in a transaction, and gives the position after it; empty at the end. */
        Optional<S> next(P parameters, S position);
    }

    @Override
    public void run(JobRun run) {
        P asked = run.parameters().as(parameters);
        if (run.position().node().isEmpty()) {
            run.setTotal(total.applyAsLong(asked));
        }
        boolean more = true;
        while (more) {
            more = run.tryStep(units, () -> step.next(asked, position(run)).map(Json::of));
        }
        Object outcome = result.apply(asked, position(run));
        if (outcome != null) {
            run.result(outcome);
        }
    }

    @SuppressWarnings("unchecked")
    private S position(JobRun run) {
        return run.position().node().isEmpty() ? start : run.position().as((Class<S>) start.getClass());
    }
}
