package org.convergence.platform.imports.web;

import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.jobs.JobRunQueries;
import org.convergence.platform.jobs.JobState;
import org.convergence.platform.jobs.JobView;
import org.convergence.platform.shell.WorkProgress;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the progress of the job that enters an imported file or undoes the import. */
@Component
record ImportProgressAssembler(JobRunQueries jobs) {

    /** @param stopped the reason why the job ended, {@code null} while it is active */
    record ImportProgress(WorkProgress work, @Nullable String stopped) {}

    /** The progress of the file's job; {@code null} if there is none. */
    @Nullable
    ImportProgress assemble(String url, ImportFile file, Words t) {
        JobView run = file.isWorkedOn() && file.run() != null
                ? jobs.findById(file.run()).orElse(null)
                : null;
        if (run == null) {
            return null;
        }
        boolean active = run.state().isActive();
        Long total = run.total();
        WorkProgress work = new WorkProgress(
                t.say(run.labelKey()),
                url + "/work",
                run.done(),
                total == null ? 0 : total,
                active,
                run.remaining() == null ? null : (int) run.remaining().toMinutes(),
                active && run.state() != JobState.STOPPING ? url + "/stop" : null);
        return new ImportProgress(work, active ? null : stopped(run, t));
    }

    private static String stopped(JobView run, Words t) {
        JobView.JobRefusal refusal = run.refusal();
        if (refusal != null) {
            return t.say(refusal.key(), refusal.arguments().toArray());
        }
        String reference = run.errorReference();
        return reference == null ? t.say("imports.stopped") : t.say("imports.failed", reference);
    }
}
