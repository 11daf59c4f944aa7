package org.convergence.outreach.website.domain;

import java.time.Clock;
import java.time.Duration;
import org.convergence.outreach.website.domain.WebsiteRequestRepository.LetterCount;
import org.convergence.platform.access.RateLimiter;
import org.convergence.platform.access.RateLimiter.RateLimit;
import org.springframework.stereotype.Component;

/** Limits the letters that the forms write, so that they flood no address: anyone may type the address of another. */
@Component
class WebsiteLetterLimit {

    /** Letters that one address gets in a day, and in 30 days if it confirms none. */
    private static final int TO_ONE_ADDRESS = 3;

    /** Letters to all addresses in a day. */
    private static final int TO_ALL_IN_A_DAY = 300;

    /** Letters that the forms of one network write in an hour. */
    private static final int FROM_ONE_NETWORK = 10;

    private final WebsiteRequestRepository repository;
    private final RateLimiter networks;

    WebsiteLetterLimit(WebsiteRequestRepository repository, Clock clock) {
        this.repository = repository;
        this.networks = new RateLimiter(clock);
    }

    /** Whether one more letter may be written; counts it against its network if it may. */
    boolean allows(String mail, String network) {
        LetterCount posted = repository.countLetters(mail);
        return posted.lately() == 0
                && posted.daily() < TO_ONE_ADDRESS
                && posted.unanswered() < TO_ONE_ADDRESS
                && posted.everywhere() < TO_ALL_IN_A_DAY
                && networks.count(new RateLimit(network, FROM_ONE_NETWORK, Duration.ofHours(1)))
                        .isEmpty();
    }
}
