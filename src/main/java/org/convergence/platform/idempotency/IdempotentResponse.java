package org.convergence.platform.idempotency;

import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;

/**
 * The stored response to a request.
 *
 * @param status HTTP status
 * @param location address of the created resource, {@code null} if there is none
 * @param body the text of the response
 */
public record IdempotentResponse(int status, @Nullable String location, String body) {

    /** Something was created, which has no address in the API. */
    public static IdempotentResponse created(Object resource) {
        return new IdempotentResponse(201, null, Json.of(resource).toString());
    }

    /** Something was created, which the API gives at a location. */
    public static IdempotentResponse created(String location, Object resource) {
        return new IdempotentResponse(201, location, Json.of(resource).toString());
    }
}
