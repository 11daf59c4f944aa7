package org.convergence.platform.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * A request that may be sent again.
 *
 * @param credential what the sender showed to be known, so that each token has its own keys; only its hash is kept
 * @param key the {@code Idempotency-Key} header; {@code null} where the sender gave none, so that nothing is kept
 * @param body what was sent, to the letter
 */
public record Repeatable(
        @Nullable String credential, @Nullable String key, String body) {}
