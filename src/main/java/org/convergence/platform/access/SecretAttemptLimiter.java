package org.convergence.platform.access;

import java.time.Clock;
import java.util.Base64;
import org.convergence.platform.access.RateLimiter.RateLimit;
import org.springframework.stereotype.Component;

/**
 * Limits requests to addresses that contain a secret. A valid secret only counts against itself, so that a hall full of
 * people may answer from one network; a wrong secret counts against its network. Callers look the secret up first, then
 * count.
 */
@Component
public class SecretAttemptLimiter {

    /** Wrong secrets that one network may try in a quarter of an hour, over all kinds of links. */
    public static final int WRONG_BY_NETWORK = 60;

    private final RateLimiter limiter;

    SecretAttemptLimiter(Clock clock) {
        this.limiter = new RateLimiter(clock);
    }

    /** @throws TooManyAttempts if this secret was used more often in a quarter of an hour */
    public void countValid(String secret, int perQuarterHour) {
        String key = "secret " + Base64.getEncoder().encodeToString(Token.hashOf(secret));
        require("public.limit.link", new RateLimit(key, perQuarterHour));
    }

    /**
     * @throws TooManyAttempts if this network tried {@value #WRONG_BY_NETWORK} wrong secrets in a quarter of an hour
     */
    public void countWrong(String remoteAddress) {
        require("public.limit.network", new RateLimit("network " + ClientNetwork.of(remoteAddress), WRONG_BY_NETWORK));
    }

    /**
     * @throws TooManyAttempts where this network showed {@value #WRONG_BY_NETWORK} wrong API tokens in a quarter of an
     *     hour
     */
    public void countWrongToken(String remoteAddress) {
        require("public.limit.network", new RateLimit("tokens " + ClientNetwork.of(remoteAddress), WRONG_BY_NETWORK));
    }

    private void require(String messageKey, RateLimit limit) {
        limiter.count(limit).ifPresent(wait -> {
            throw new TooManyAttempts(messageKey, wait);
        });
    }
}
