package org.convergence.platform.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What was answered to a request.
 *
 * @param status HTTP status
 * @param location address of what was made, {@code null} where nothing was
 * @param body the text of the answer
 */
public record Answer(int status, @Nullable String location, String body) {}
