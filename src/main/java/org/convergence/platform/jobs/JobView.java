package org.convergence.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;

/**
 * A run as a page shows it.
 *
 * @param labelKey the sentence that names it
 * @param who who asked
 * @param whoId her account, to show a person her own runs
 * @param total {@code null} as long as it is not known
 * @param remaining an estimate, {@code null} where there is none
 * @param result what the job kept at its end
 * @param refusal why a rule ended it, {@code null} where none did
 * @param errorReference the number to give when asking what went wrong
 */
public record JobView(
        UUID id,
        String kind,
        String labelKey,
        JobState state,
        String who,
        UUID whoId,
        long done,
        @Nullable Long total,
        @Nullable Duration remaining,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Json result,
        @Nullable Refusal refusal,
        @Nullable String errorReference) {

    /**
     * A sentence that says why a run ended.
     *
     * @param key in {@code messages/}
     * @param arguments what it names
     */
    public record Refusal(String key, List<String> arguments) {}

    /** From 0 to 100, {@code null} as long as the total is not known. */
    public @Nullable Integer percent() {
        if (state == JobState.DONE) {
            return 100;
        }
        return total == null || total == 0 ? null : (int) Math.min(100, done * 100 / total);
    }

    /** Whether the system began it by itself. */
    public boolean bySystem() {
        return whoId.equals(Actor.VISITOR.id());
    }

    /** Whether a person may let it go on. */
    public boolean canResume() {
        return state == JobState.STOPPED || state == JobState.FAILED;
    }
}
