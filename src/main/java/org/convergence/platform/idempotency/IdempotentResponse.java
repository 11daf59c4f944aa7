package org.convergence.platform.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * The stored response to a request.
 *
 * @param status HTTP status
 * @param location address of the created resource, {@code null} if there is none
 * @param body the text of the response
 */
public record IdempotentResponse(int status, @Nullable String location, String body) {}
