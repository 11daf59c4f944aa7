package org.convergence.platform.jobs;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.JobRunRepository.JobStopped;
import org.convergence.platform.text.LoggableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Runs a job as the person who requested it, and records the result. */
@Component
class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobRunRepository store;
    private final Map<String, Job> jobs;
    private final ApplicationEventPublisher events;

    JobRunner(JobRunRepository store, List<Job> jobs, ApplicationEventPublisher events) {
        this.store = store;
        this.jobs = jobs.stream().collect(Collectors.toMap(Job::kind, Function.identity()));
        this.events = events;
    }

    /**
     * Runs until the end.
     *
     * @throws RunInterrupted if it must start again from its position: the application stops, or the database is gone
     */
    void run(UUID id) {
        var claim = store.claim(id).orElse(null);
        if (claim == null) {
            store.finishStop(id).ifPresent(kind -> events.publishEvent(new JobEnded(id, kind, JobState.STOPPED)));
            return;
        }
        JobRun run = claim.run();
        try {
            CurrentActor.callAs(claim.actor(), () -> {
                job(run).run(run);
                return true;
            });
            end(run, JobState.DONE, null, null);
        } catch (JobStopped e) {
            if (store.isClosing() && store.requeue(run)) {
                throw new RunInterrupted(e);
            }
            end(run, JobState.STOPPED, null, null);
        } catch (Refused e) {
            var refusal = Json.of(Map.of("key", e.messageKey(), "arguments", texts(e.arguments())));
            end(run, JobState.FAILED, refusal, null);
        } catch (QueryTimeoutException e) {
            fail(run, e);
        } catch (DataAccessResourceFailureException
                | TransientDataAccessException
                | CannotCreateTransactionException
                | TransactionSystemException e) {
            throw new RunInterrupted(e);
        } catch (Exception | Error e) {
            fail(run, e);
        }
    }

    /** An error such as too little memory would recur at each attempt: it ends the run as a failure. */
    private void fail(JobRun run, Throwable e) {
        String reference = run.id().toString().substring(24);
        LOG.error("A run of {} failed, reference {}", run.kind(), reference, LoggableException.of(e));
        end(run, JobState.FAILED, null, reference);
    }

    private Job job(JobRun run) {
        Job job = jobs.get(run.kind());
        if (job == null) {
            throw new Refused("jobs.unknown", run.kind());
        }
        return job;
    }

    private void end(JobRun run, JobState state, @Nullable Json refusal, @Nullable String reference) {
        if (store.end(run, state, refusal, reference)) {
            events.publishEvent(new JobEnded(run.id(), run.kind(), state));
        }
    }

    private static List<String> texts(Object[] arguments) {
        return java.util.Arrays.stream(arguments).map(String::valueOf).toList();
    }

    /** Makes the scheduler start the run again. */
    static final class RunInterrupted extends RuntimeException {
        RunInterrupted(Throwable cause) {
            super(LoggableException.of(cause));
        }
    }

    /**
     * Event: a run ended. Published in this node once the end is written, so that listeners can notify the requester.
     *
     * @param run its id
     * @param kind of which {@link Job}
     * @param state DONE, STOPPED or FAILED
     */
    public record JobEnded(UUID run, String kind, JobState state) {}
}
