package org.convergence.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request that may be repeated.
 *
 * @param credential the sender's credential, so that each token has its own keys; only its hash is stored
 * @param route the method and address of the request: the same key can be used once on each route
 * @param key the {@code Idempotency-Key} header; {@code null} where the sender gave none, so that only an identical
 *     request at the same moment is recognised
 * @param body a text that identifies the content; a repeated key with another body is refused
 */
public record IdempotentRequest(
        @Nullable String credential, String route, @Nullable String key, String body) {

    /** A request of the API. */
    public static IdempotentRequest of(HttpServletRequest request, @Nullable String key, String body) {
        String route = request.getMethod() + " " + request.getRequestURI();
        return new IdempotentRequest(request.getHeader("Authorization"), route, key, body);
    }
}
