package org.convergence.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/**
 * A POST that creates a record: without a key, the same content sent again within half a minute is the same request, as
 * with a page's form, since a program that waited in vain sends it again.
 */
public final class IdempotentCreation extends IdempotentPost {

    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    IdempotentCreation(HttpServletRequest request, IdempotencyService requests) {
        super(request, requests, HALF_A_MINUTE);
    }
}
