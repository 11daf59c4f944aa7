package org.convergence.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;

/**
 * A run as pages show it.
 *
 * @param labelKey the message that names it
 * @param who the requester
 * @param whoId the requester's account
 * @param total {@code null} while it is unknown
 * @param remaining an estimate, {@code null} if there is none
 * @param result the result that the job stored at its end
 * @param refusal the rule that ended it, {@code null} if none did
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
        @Nullable JobRefusal refusal,
        @Nullable String errorReference) {

    /**
     * A message that says why a run ended.
     *
     * @param key in {@code messages/}
     * @param arguments the message's arguments
     */
    public record JobRefusal(String key, List<String> arguments) {}

    /** From 0 to 100, {@code null} while the total is unknown. */
    public @Nullable Integer percent() {
        if (state == JobState.DONE) {
            return 100;
        }
        return total == null || total == 0 ? null : (int) Math.min(100, done * 100 / total);
    }

    /** Whether the system started it. */
    public boolean bySystem() {
        return whoId.equals(Actor.VISITOR.id());
    }

    /** Whether a person may resume it. */
    public boolean canResume() {
        return state == JobState.STOPPED || state == JobState.FAILED;
    }
}
