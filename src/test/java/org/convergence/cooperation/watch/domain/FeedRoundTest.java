package org.convergence.cooperation.watch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A round over many feeds on slow servers. */
@ModuleTest
class FeedRoundTest {

    private static final int FEEDS = 60;
    private static final Duration SLOW = Duration.ofMillis(250);

    @Autowired
    private FeedUpdater updater;

    @Autowired
    private FeedRepository feeds;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void clear() {
        db.sql("DELETE FROM cooperation.watch_feed").update();
    }

    @Test
    void slowFeedsWaitForEachOtherLittleAndEachIsReadOnce() throws IOException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger asked = new AtomicInteger();
        ExecutorService threads = Executors.newCachedThreadPool();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            asked.incrementAndGet();
            try {
                Thread.sleep(SLOW.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            boolean broken = exchange.getRequestURI().getPath().endsWith("7");
            byte[] body = "<rss><channel><item><title>Un</title><guid>1</guid></item></channel></rss>"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(broken ? 500 : 200, body.length);
            exchange.getResponseBody().write(body);
            now.decrementAndGet();
            exchange.close();
        });
        server.start();
        try {
            String address = "http://localhost:" + server.getAddress().getPort() + "/";
            for (int i = 0; i < FEEDS; i++) {
                feeds.insert("HT", "Fil " + i, address + i, true, LocalDate.of(2026, 1, 1), Instant.EPOCH);
            }
            Instant begun = Instant.now();
            CurrentActor.runAs(Actor.system("watch"), updater::run);
            Duration took = Duration.between(begun, Instant.now());
            assertThat(took).as("one after another: 15 s").isLessThan(Duration.ofSeconds(7));
            assertThat(most.get()).as("within the limit").isGreaterThan(4).isLessThanOrEqualTo(32);
            assertThat(asked.get()).as("each once").isEqualTo(FEEDS);
            assertThat(count("read_at IS NOT NULL")).isEqualTo(FEEDS - 6);
            assertThat(count("failures = 1"))
                    .as("one broken feed stops no other")
                    .isEqualTo(6);
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private int count(String where) {
        return db.sql("SELECT count(*) FROM cooperation.watch_feed WHERE " + where)
                .query(Integer.class)
                .single();
    }
}
