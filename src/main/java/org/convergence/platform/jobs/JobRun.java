package org.convergence.platform.jobs;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.platform.database.Json;
import org.convergence.platform.jobs.JobRunRepository.JobStopped;
import org.jspecify.annotations.Nullable;

/** One run of a job, as the job sees it: its parameters, its position, and the saving of each step. */
public final class JobRun {

    private final UUID id;
    private final String kind;
    private final Json parameters;
    private final int attempt;
    private final JobRunRepository store;
    private Json position;
    private @Nullable Json result;

    JobRun(UUID id, String kind, Json parameters, Json position, int attempt, JobRunRepository store) {
        this.id = id;
        this.kind = kind;
        this.parameters = parameters;
        this.position = position;
        this.attempt = attempt;
        this.store = store;
    }

    public UUID id() {
        return id;
    }

    public Json parameters() {
        return parameters;
    }

    /** The position saved by the last step; an empty object at first. */
    public Json position() {
        return position;
    }

    /** Sets the number of units to do, for the progress bar. */
    public void setTotal(long units) {
        store.saveTotal(this, units);
    }

    /**
     * Does one step. The work and its new position are saved in one transaction, so that a kill loses the step as a
     * whole or not at all.
     *
     * @param units how many units it does
     * @param work the step, in a transaction; gives the position after it
     * @throws JobStopped before the step, if the run was asked to stop
     */
    public void step(long units, Supplier<Json> work) {
        tryStep(units, () -> Optional.of(work.get()));
    }

    /** The same for a step that may find nothing left to do, and gives no position then; whether there was something. */
    boolean tryStep(long units, Supplier<Optional<Json>> work) {
        Optional<Json> next = store.step(this, units, work);
        position = next.orElse(position);
        return next.isPresent();
    }

    /**
     * Reports the progress of work without transactions, such as writing a file.
     *
     * @throws JobStopped if the run was asked to stop
     */
    public void reportProgress(long units) {
        store.saveProgress(this, units);
    }

    /** Keeps the result that the page shows at the end. */
    public void result(Object outcome) {
        result = Json.of(outcome);
    }

    @Nullable
    Json result() {
        return result;
    }

    String kind() {
        return kind;
    }

    int attempt() {
        return attempt;
    }
}
