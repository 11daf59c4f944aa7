package org.convergence.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class JobQueueTest {

    private static final Actor GARDENER = new Actor(Ids.next(), "Une jardinière", null, "fr", Set.of("garden.sow"));

    @Autowired
    private JobQueue jobs;

    @Autowired
    private JobRunQueries board;

    @Autowired
    private JobTestRunner queued;

    @Autowired
    private SowingTestJob sowing;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void anEmptyBed() {
        sowing.rows.clear();
        sowing.beforeRow = row -> {};
    }

    @Test
    void runsAsRequesterAndShowsProgress() {
        UUID run = sow(3);
        assertThat(view(run).state()).isEqualTo(JobState.QUEUED);

        queued.run(run);

        assertThat(sowing.rows)
                .containsExactly("row 1 by Une jardinière", "row 2 by Une jardinière", "row 3 by Une jardinière");
        assertThat(view(run)).satisfies(view -> {
            assertThat(view.state()).isEqualTo(JobState.DONE);
            assertThat(view.percent()).isEqualTo(100);
            assertThat(view.who()).isEqualTo("Une jardinière");
            assertThat(view.result()).isEqualTo(Json.of(Map.of("sown", 3)));
        });
    }

    @Test
    void progressNeverPassesTheTotal() {
        UUID run = jobs.submit(JobRequest.of("sowing-pairs", "garden.sow", Map.of("rows", 3)));
        queued.run(run);
        assertThat(sowing.rows).hasSize(3);
        assertThat(view(run).done()).isEqualTo(3);
        assertThat(view(run).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void interruptedRunRepeatsNoStep() {
        sowing.beforeRow = row -> {
            if (row == 2) {
                throw new org.springframework.dao.DataAccessResourceFailureException("the server went away");
            }
        };
        UUID run = sow(3);
        assertThatThrownBy(() -> queued.run(run)).isInstanceOf(JobRunner.RunInterrupted.class);
        assertThat(view(run)).satisfies(view -> {
            assertThat(view.state()).isEqualTo(JobState.RUNNING);
            assertThat(view.done()).isEqualTo(1);
        });

        sowing.beforeRow = row -> {
            if (row == 3) {
                throw new org.springframework.transaction.TransactionSystemException("Could not roll back");
            }
        };
        assertThatThrownBy(() -> queued.run(run)).isInstanceOf(JobRunner.RunInterrupted.class);

        sowing.beforeRow = row -> {};
        queued.run(run);
        assertThat(sowing.rows).hasSize(3).doesNotHaveDuplicates();
        assertThat(view(run).done()).isEqualTo(3);
    }

    @Test
    void stopsAtNextStepAndResumes() {
        UUID run = sow(3);
        sowing.beforeRow = row -> {
            if (row == 2) {
                elsewhere(() -> jobs.stop(run));
            }
        };
        queued.run(run);
        assertThat(view(run).state()).isEqualTo(JobState.STOPPED);
        assertThat(view(run).done()).isEqualTo(2);
        assertThat(view(run).percent()).isEqualTo(66);

        jobs.resume(run);
        queued.run(run);
        assertThat(view(run).state()).isEqualTo(JobState.DONE);
        assertThat(sowing.rows).hasSize(3);
    }

    @Test
    void waitingRunStopsAtOnce() {
        UUID run = sow(3);
        jobs.stop(run);
        queued.run(run);
        assertThat(view(run).state()).isEqualTo(JobState.STOPPED);
        assertThat(sowing.rows).isEmpty();
    }

    @Test
    void applicationStopRequeuesRun() {
        UUID run = sow(3);
        sowing.beforeRow = row -> queued.applicationStops(row == 2);
        try {
            assertThatThrownBy(() -> queued.run(run)).isInstanceOf(JobRunner.RunInterrupted.class);
        } finally {
            queued.applicationStops(false);
        }
        assertThat(view(run).state()).isEqualTo(JobState.QUEUED);
        sowing.beforeRow = row -> {};
        queued.run(run);
        assertThat(sowing.rows).hasSize(3);
    }

    @Test
    void refusedRunHasReasonAndFailedRunHasReference() {
        sowing.beforeRow = row -> {
            throw new Refused("garden.frozen", 3);
        };
        UUID refused = sow(1);
        queued.run(refused);
        assertThat(view(refused).refusal()).isEqualTo(new JobView.JobRefusal("garden.frozen", List.of("3")));
        assertThat(view(refused).errorReference()).isNull();

        sowing.beforeRow = row -> {
            throw new IllegalStateException("a bug");
        };
        UUID failed = sow(1);
        queued.run(failed);
        assertThat(view(failed).state()).isEqualTo(JobState.FAILED);
        assertThat(view(failed).errorReference()).isNotBlank();
        assertThat(view(failed).refusal()).isNull();
    }

    @Test
    void rolledBackSubmissionNeverRuns() {
        UUID run = new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return sow(1);
        });
        assertThat(board.findById(run)).isEmpty();
    }

    @Test
    void secondSubmissionGivesUnfinishedRun() {
        var request = JobRequest.of("sowing", "garden.sow", Map.of("rows", 1)).once("the bed");
        UUID first = jobs.submit(request);
        assertThat(jobs.submit(request)).isEqualTo(first);
        queued.run(first);
        assertThat(jobs.submit(request)).isNotEqualTo(first);
    }

    @Test
    void abandonedAttemptSavesNothing() {
        UUID run = sow(2);
        sowing.beforeRow = row -> {
            if (row == 2 && sowing.rows.size() == 1) {
                sowing.beforeRow = again -> {};
                new Thread(() -> queued.run(run)) {
                    {
                        start();
                        joinQuietly(this);
                    }
                };
            }
        };
        queued.run(run);
        assertThat(sowing.rows).filteredOn(row -> row.startsWith("row 2")).hasSize(2);
        assertThat(view(run).done()).as("saved once").isEqualTo(2);
        assertThat(view(run).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void interruptedRunCanBeStopped() {
        sowing.beforeRow = row -> {
            throw new org.springframework.dao.DataAccessResourceFailureException("the server went away");
        };
        var request = JobRequest.of("sowing", "garden.sow", Map.of("rows", 3)).once("a cut bed");
        UUID run = jobs.submit(request);
        assertThatThrownBy(() -> queued.run(run)).isInstanceOf(JobRunner.RunInterrupted.class);
        jobs.stop(run);

        queued.run(run);
        assertThat(view(run).state()).isEqualTo(JobState.STOPPED);
        assertThat(view(run).finishedAt()).isNotNull();
        assertThat(jobs.submit(request)).as("another run can start").isNotEqualTo(run);
    }

    @Test
    void stoppedRunStaysStoppedAfterRestart() {
        UUID run = sow(3);
        sowing.beforeRow = row -> {
            if (row == 2) {
                elsewhere(() -> jobs.stop(run));
                queued.applicationStops(true);
            }
        };
        try {
            queued.run(run);
        } catch (JobRunner.RunInterrupted goesOn) {
            // Otherwise the next start would run it again.
        } finally {
            queued.applicationStops(false);
        }
        assertThat(view(run).state()).isEqualTo(JobState.STOPPED);
    }

    @Test
    void errorEndsRun() {
        sowing.beforeRow = row -> {
            throw new StackOverflowError();
        };
        UUID run = sow(1);
        queued.run(run);
        assertThat(view(run).state()).isEqualTo(JobState.FAILED);
        assertThat(view(run).errorReference()).isNotBlank();
    }

    @Test
    void submissionAtRunEndQueuesAnotherRun() throws Exception {
        var request = JobRequest.of("sowing", "garden.sow", Map.of("rows", 1)).once("a busy bed");
        var ending = new java.util.concurrent.atomic.AtomicBoolean(true);
        var gardener = new Thread(() -> {
            while (ending.get()) {
                jdbc.sql(
                                "UPDATE platform.jobs_run SET state = 'DONE' WHERE once_key = 'a busy bed' AND state = 'QUEUED'")
                        .update();
            }
        });
        gardener.start();
        try {
            for (int i = 0; i < 400; i++) {
                assertThat(jobs.submit(request)).isNotNull();
            }
        } finally {
            ending.set(false);
            gardener.join();
        }
    }

    private void elsewhere(Runnable gesture) {
        new TransactionTemplate(
                        transactions, new org.springframework.transaction.support.DefaultTransactionDefinition(3))
                .executeWithoutResult(status -> gesture.run());
    }

    private static void joinQuietly(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private UUID sow(int rows) {
        var answer = new ArrayList<UUID>();
        CurrentActor.runAs(
                GARDENER, () -> answer.add(jobs.submit(JobRequest.of("sowing", "garden.sow", Map.of("rows", rows)))));
        return answer.get(0);
    }

    private JobView view(UUID run) {
        return board.findById(run).orElseThrow();
    }
}
