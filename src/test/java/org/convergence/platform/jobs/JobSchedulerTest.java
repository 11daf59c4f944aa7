package org.convergence.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.database.Refused;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class JobSchedulerTest {

    @Autowired
    private JobQueue jobs;

    @Autowired
    private JobRunQueries board;

    @Autowired
    private JobScheduler scheduler;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SowingTestJob sowing;

    @Autowired
    private ActionAtRunEnd haste;

    @Autowired
    private JobRunRepository store;

    @BeforeAll
    void startScheduler() {
        scheduler.start();
    }

    @AfterAll
    void stopScheduler() {
        scheduler.stop();
        store.setClosing(false);
    }

    @BeforeEach
    void anEmptyBed() {
        sowing.rows.clear();
        sowing.beforeRow = row -> {};
    }

    @Test
    void startsQueuedRunWithoutWaitingForNextPoll() {
        UUID run = jobs.submit(JobRequest.of("sowing", "garden.sow", Map.of("rows", 2)));
        await().atMost(Duration.ofSeconds(5)).until(() -> state(run) == JobState.DONE);
    }

    @Test
    void resumesInterruptedRunAfterRestart(CapturedOutput log) {
        sowing.beforeRow = row -> {
            if (row == 2) {
                new Thread(scheduler::stop).start();
                await().until(scheduler::isStopping);
            }
        };
        UUID run = jobs.submit(JobRequest.of("sowing", "garden.sow", Map.of("rows", 4)));
        await().atMost(Duration.ofSeconds(10)).until(() -> !scheduler.isRunning());
        assertThat(state(run)).isEqualTo(JobState.QUEUED);
        assertThat(log.getAll()).as("a stop is no failure").doesNotContain("RunInterrupted");

        sowing.beforeRow = row -> {};
        scheduler.start();
        await().atMost(Duration.ofSeconds(15)).until(() -> state(run) == JobState.DONE);
        assertThat(sowing.rows).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void unscheduledRunWaitsForResume() {
        scheduler.stop();
        UUID run = jobs.submit(JobRequest.of("sowing", "garden.sow", Map.of("rows", 1)));
        jdbc.sql("DELETE FROM platform.jobs_scheduled").update();
        scheduler.start();
        assertThat(state(run)).isEqualTo(JobState.STOPPED);

        jobs.resume(run);
        await().atMost(Duration.ofSeconds(5)).until(() -> state(run) == JobState.DONE);
    }

    @Test
    void resumeWhileStoppingIsNotLost() {
        sowing.beforeRow = row -> {
            if (row == 1) {
                throw new Refused("garden.frozen");
            }
        };
        var resumed = new java.util.concurrent.atomic.AtomicReference<UUID>();
        haste.atEnd = ended -> {
            if (ended.state() == JobState.FAILED && resumed.compareAndSet(null, ended.run())) {
                sowing.beforeRow = row -> {};
                jobs.resume(ended.run());
            }
        };
        try {
            UUID run = jobs.submit(JobRequest.of("sowing", "garden.sow", Map.of("rows", 2)));
            await().atMost(Duration.ofSeconds(25)).until(() -> state(run) == JobState.DONE);
            assertThat(resumed.get()).isEqualTo(run);
            assertThat(sowing.rows).hasSize(2);
        } finally {
            haste.atEnd = ended -> {};
        }
    }

    @Test
    void logsFailedRunWithoutExceptionMessage(CapturedOutput log) {
        sowing.beforeRow = row -> {
            throw new IllegalStateException("Wilhelmine", new DataAccessResourceFailureException("Wilhelmine"));
        };
        UUID run = jobs.submit(JobRequest.of("sowing", "garden.sow", Map.of("rows", 1)));
        await().atMost(Duration.ofSeconds(5)).until(() -> state(run) == JobState.FAILED);
        assertThat(log.getAll())
                .contains("A run of sowing failed", "java.lang.IllegalStateException", "at org.convergence")
                .doesNotContain("Wilhelmine");
        assertThat(new JobRunner.RunInterrupted(new IllegalStateException("Wilhelmine")))
                .as("the scheduler itself logs it")
                .message()
                .doesNotContain("Wilhelmine");
    }

    private JobState state(UUID run) {
        return board.findById(run).orElseThrow().state();
    }
}
