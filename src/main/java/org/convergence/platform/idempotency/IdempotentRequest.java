package org.convergence.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request that may be repeated.
 *
 * @param credential what the sender showed to be known, so that each token has its own keys; only its hash is kept
 * @param route what was asked of which address: a key is a request's own, so that it may serve once on each route
 * @param key the {@code Idempotency-Key} header; {@code null} where the sender gave none, so that
 *     only the same request at the same moment is known again
 * @param body what was sent, to the letter
 */
public record IdempotentRequest(
        @Nullable String credential, String route, @Nullable String key, String body) {

    /** A request of the API. */
    public static IdempotentRequest of(HttpServletRequest request, @Nullable String key, String body) {
        String route = request.getMethod() + " " + request.getRequestURI();
        return new IdempotentRequest(request.getHeader("Authorization"), route, key, body);
    }
}
