package org.convergence.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ClientNetwork;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.TooManyAttempts;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Limits the concurrent requests of each account, and of the visitors of each network: per account below the number of
 * database connections for pages, per network below the number of server threads. So one program or slow sender leaves
 * capacity to others. More requests wait briefly; too many are refused.
 */
class ConcurrentRequestFilter extends OncePerRequestFilter {

    static final int OF_ACCOUNT = 5;
    static final int OF_NETWORK = 40;
    static final int ACCOUNT_WAITS = 60;
    static final int NETWORK_WAITS = 140;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, RequestSlots> rooms = new ConcurrentHashMap<>();
    private final HandlerExceptionResolver failures;

    /** The requests of one account or network. */
    private record RequestSlots(Semaphore free, int present) {}

    ConcurrentRequestFilter(HandlerExceptionResolver failures) {
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Actor actor = CurrentActor.get();
        String key = actor.isKnown() ? actor.id().toString() : ClientNetwork.of(request.getRemoteAddr());
        RequestSlots room = acquireSlots(key, actor.isKnown() ? OF_ACCOUNT : OF_NETWORK);
        int waiting = actor.isKnown() ? ACCOUNT_WAITS : NETWORK_WAITS;
        try {
            if (!enter(room.free(), waiting)) {
                // After this status the server closes the connection; after another it would read the rest of a slow
                // body.
                var refused = new TooManyAttempts(
                        HttpStatus.SERVICE_UNAVAILABLE, "public.limit.at-once", Duration.ofSeconds(10));
                failures.resolveException(request, response, null, refused);
                return;
            }
            try {
                chain.doFilter(request, response);
            } finally {
                room.free().release();
            }
        } finally {
            releaseSlots(key);
        }
    }

    private RequestSlots acquireSlots(String key, int most) {
        return Objects.requireNonNull(rooms.compute(
                key,
                (same, room) -> room == null
                        ? new RequestSlots(new Semaphore(most, true), 1)
                        : new RequestSlots(room.free(), room.present() + 1)));
    }

    /** An unused entry is removed. */
    private void releaseSlots(String key) {
        rooms.computeIfPresent(
                key, (same, room) -> room.present() == 1 ? null : new RequestSlots(room.free(), room.present() - 1));
    }

    private static boolean enter(Semaphore free, int waiting) {
        if (free.tryAcquire()) {
            return true;
        }
        try {
            return free.getQueueLength() < waiting && free.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
