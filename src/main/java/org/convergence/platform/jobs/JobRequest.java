package org.convergence.platform.jobs;

import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;

/**
 * A run that somebody asks for.
 *
 * @param kind which {@link Job}
 * @param labelKey the sentence that names it on a page, for instance {@code backup.job}
 * @param parameters what the job needs to know
 * @param onceKey while a run of this kind with this key is unfinished, asking again answers that run; {@code null} to
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

    /** The same, asked for only where no other run with this key is unfinished. */
    public JobRequest once(String key) {
        return new JobRequest(kind, labelKey, parameters, key);
    }
}
