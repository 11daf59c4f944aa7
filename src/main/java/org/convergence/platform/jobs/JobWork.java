package org.convergence.platform.jobs;

import java.time.Duration;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.shell.Work;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** A run in words and as a bar. */
public final class JobWork {

    private JobWork() {}

    /** What it is called; a word that always fits where its module no longer says. */
    public static String title(JobView run, Words t) {
        return t.has(run.labelKey()) ? t.say(run.labelKey()) : t.say("jobs.one");
    }

    /** The bar, for any page on which the run belongs. */
    public static Work of(JobView run, Words t) {
        Long total = run.total();
        Duration left = run.remaining();
        boolean running = run.state().isActive();
        return new Work(
                title(run, t),
                "/platform/jobs/" + run.id(),
                total == null ? run.done() : Math.min(run.done(), total),
                total == null ? 0 : total,
                running,
                left == null ? null : minutes(left),
                running && run.state() != JobState.STOPPING ? "/platform/jobs/" + run.id() + "/stop" : null);
    }

    /** How a state is drawn. */
    public static Tone tone(JobState state) {
        return switch (state) {
            case QUEUED -> Tone.AHEAD;
            case RUNNING, STOPPING -> Tone.ACTIVE;
            case STOPPED -> Tone.WARN;
            case DONE -> Tone.OK;
            case FAILED -> Tone.BAD;
        };
    }

    /** Why it ended badly; {@code null} where it did not. */
    public static @Nullable String reason(JobView run, Words t) {
        JobView.Refusal refusal = run.refusal();
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
