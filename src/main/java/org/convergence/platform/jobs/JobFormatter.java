package org.convergence.platform.jobs;

import java.time.Duration;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.shell.WorkProgress;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Titles, reasons and progress bars of runs. */
public final class JobFormatter {

    private JobFormatter() {}

    /** The run's title; a general one if its module no longer has a message for it. */
    public static String title(JobView run, Words t) {
        return t.has(run.labelKey()) ? t.say(run.labelKey()) : t.say("jobs.one");
    }

    /** The progress bar, for any page that shows the run. */
    public static WorkProgress progress(JobView run, Words t) {
        Long total = run.total();
        Duration left = run.remaining();
        boolean running = run.state().isActive();
        return new WorkProgress(
                title(run, t),
                "/platform/jobs/" + run.id(),
                total == null ? run.done() : Math.min(run.done(), total),
                total == null ? 0 : total,
                running,
                left == null ? null : minutes(left),
                running && run.state() != JobState.STOPPING ? "/platform/jobs/" + run.id() + "/stop" : null);
    }

    /** The colour tone of a state. */
    public static Tone tone(JobState state) {
        return switch (state) {
            case QUEUED -> Tone.AHEAD;
            case RUNNING, STOPPING -> Tone.ACTIVE;
            case STOPPED -> Tone.WARN;
            case DONE -> Tone.OK;
            case FAILED -> Tone.BAD;
        };
    }

    /** Why the run failed or was refused; {@code null} if it was not. */
    public static @Nullable String reason(JobView run, Words t) {
        JobView.JobRefusal refusal = run.refusal();
        String reference = run.errorReference();
        if (refusal != null && t.has(refusal.key())) {
            return t.say(refusal.key(), refusal.arguments().toArray());
        }
        return reference == null ? null : t.say("jobs.failed", reference);
    }

    private static int minutes(Duration left) {
        return (int) Math.min(Integer.MAX_VALUE, (left.toSeconds() + 30) / 60);
    }
}
