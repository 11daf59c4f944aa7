package org.convergence.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.access.TooManyAttempts;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** The limits of concurrent requests of one account, or of the visitors of one network. */
class ConcurrentRequestFilterTest {

    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private final ConcurrentRequestFilter filter = new ConcurrentRequestFilter((request, response, handler, cause) -> {
        assertThat(cause).isInstanceOf(TooManyAttempts.class);
        refused.incrementAndGet();
        return null;
    });

    @Test
    void visitorsOfOneNetworkLeaveThreadsToOthers() throws Exception {
        for (int i = 0; i < 300; i++) {
            request(Actor.VISITOR, "203.0.113.7");
        }
        int room = ConcurrentRequestFilter.OF_NETWORK + ConcurrentRequestFilter.NETWORK_WAITS;
        await().until(() -> refused.get() >= 300 - room - 20);
        assertThat(atWork).hasValue(ConcurrentRequestFilter.OF_NETWORK);
        request(Actor.VISITOR, "203.0.113.8");
        await().until(() -> atWork.get() == ConcurrentRequestFilter.OF_NETWORK + 1);
        finish(301);
    }

    @Test
    void limitsConcurrentRequestsPerAccountWithoutAffectingOthers() throws Exception {
        Actor busy = account();
        for (int i = 0; i < 200; i++) {
            request(busy, "203.0.113.1");
        }
        int room = ConcurrentRequestFilter.OF_ACCOUNT + ConcurrentRequestFilter.ACCOUNT_WAITS;
        await().until(() -> refused.get() >= 200 - room - 20);
        assertThat(atWork).hasValue(ConcurrentRequestFilter.OF_ACCOUNT);
        request(account(), "203.0.113.1");
        request(Actor.VISITOR, "203.0.113.1");
        await().until(() -> atWork.get() == ConcurrentRequestFilter.OF_ACCOUNT + 2);
        finish(202);
        assertThat(refused.get()).isBetween(200 - room - 20, 200 - room);
    }

    private void finish(int all) throws InterruptedException {
        goOn.countDown();
        for (Thread each : threads) {
            each.join();
        }
        assertThat(done.get() + refused.get()).isEqualTo(all);
    }

    private void request(Actor actor, String network) {
        Thread thread = new Thread(() -> {
            SecurityContextHolder.setContext(new SecurityContextImpl(new ActorAuthentication(actor)));
            MockHttpServletRequest from = new MockHttpServletRequest();
            from.setRemoteAddr(network);
            try {
                filter.doFilter(from, new MockHttpServletResponse(), (asked, answer) -> {
                    atWork.incrementAndGet();
                    try {
                        goOn.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    done.incrementAndGet();
                });
            } catch (java.io.IOException | jakarta.servlet.ServletException e) {
                throw new IllegalStateException(e);
            }
        });
        threads.add(thread);
        thread.start();
    }

    private static Actor account() {
        return new Actor(UUID.randomUUID(), "Une personne", null, "fr", Set.of());
    }
}
