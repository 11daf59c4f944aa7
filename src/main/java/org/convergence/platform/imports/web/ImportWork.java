package org.convergence.platform.imports.web;

import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.jobs.JobBoard;
import org.convergence.platform.jobs.JobState;
import org.convergence.platform.jobs.JobView;
import org.convergence.platform.shell.Work;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the progress of the job that enters a file or undoes it. */
@Component
class ImportWork {

    private final JobBoard jobs;

    ImportWork(JobBoard jobs) {
        this.jobs = jobs;
    }

    /** @param stopped why it does not go on, {@code null} while it does */
    record Standing(Work work, @Nullable String stopped) {}

    /** {@code null} if there is no job. */
    @Nullable
    Standing of(String url, ImportFile file, Words t) {
        JobView run =
                file.isWorkedOn() && file.run() != null ? jobs.find(file.run()).orElse(null) : null;
        if (run == null) {
            return null;
        }
        boolean active = run.state().isActive();
        Long total = run.total();
        Work work = new Work(
                t.say(run.labelKey()),
                url + "/work",
                run.done(),
                total == null ? 0 : total,
                active,
                run.remaining() == null ? null : (int) run.remaining().toMinutes(),
                active && run.state() != JobState.STOPPING ? url + "/stop" : null);
        return new Standing(work, active ? null : stopped(run, t));
    }

    private static String stopped(JobView run, Words t) {
        JobView.Refusal refusal = run.refusal();
        if (refusal != null) {
            return t.say(refusal.key(), refusal.arguments().toArray());
        }
        String reference = run.errorReference();
        return reference == null ? t.say("imports.stopped") : t.say("imports.failed", reference);
    }
}
