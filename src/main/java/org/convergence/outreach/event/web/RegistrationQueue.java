package org.convergence.outreach.event.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.convergence.platform.access.TooManyAttempts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Lets public registrations in one after the other. All of an event wait for its quota anyway (R-EVT-3): here they wait
 * without a database connection, so that a crowd at the opening is not refused and leaves the connections to other pages.
 */
@Component
class RegistrationQueue {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Semaphore free = new Semaphore(2, true);

    /** @throws TooManyAttempts after a minute */
    <T> T call(Supplier<T> registration) {
        if (!enter()) {
            throw new TooManyAttempts(HttpStatus.SERVICE_UNAVAILABLE, "public.limit.at-once", Duration.ofSeconds(10));
        }
        try {
            return registration.get();
        } finally {
            free.release();
        }
    }

    private boolean enter() {
        try {
            return free.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
