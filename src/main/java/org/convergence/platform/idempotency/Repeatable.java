package org.convergence.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request that may be repeated.
 *
 * @param credential the sender's credential, so that each token has its own keys; only its hash is stored
 * @param route method and address, since a key may serve once on each route
 * @param key the {@code Idempotency-Key} header; {@code null} if there is none, so that nothing is stored
 * @param body the exact text sent
 */
public record Repeatable(
        @Nullable String credential, String route, @Nullable String key, String body) {

    /** A request of the API. */
    public static Repeatable of(HttpServletRequest request, @Nullable String key, String body) {
        String route = request.getMethod() + " " + request.getRequestURI();
        return new Repeatable(request.getHeader("Authorization"), route, key, body);
    }
}
