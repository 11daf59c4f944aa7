package org.convergence.platform.jobs;

import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;

/**
 * A request for a run.
 *
 * @param kind which {@link Job}
 * @param labelKey the message that names it on a page, for instance {@code backup.job}
 * @param parameters the job's input
 * @param onceKey while a run of this kind with this key is unfinished, a new request gives that run; {@code null} to
 *     queue another
 */
public record JobRequest(
        String kind,
        String labelKey,
        Json parameters,
        @Nullable String onceKey) {

    public static JobRequest of(String kind, String labelKey, Object parameters) {
        return new JobRequest(kind, labelKey, Json.of(parameters), null);
    }

    /** The same request, queued only if no run with this key is unfinished. */
    public JobRequest once(String key) {
        return new JobRequest(kind, labelKey, parameters, key);
    }
}
