package org.convergence.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.convergence.platform.database.Refused;
import org.convergence.platform.idempotency.IdempotentPost.IdempotentRequest;
import org.convergence.testing.ModuleTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class IdempotencyServiceTest {

    @Autowired
    private IdempotencyService requests;

    @Autowired
    private JdbcClient db;

    private final AtomicInteger done = new AtomicInteger();

    @Test
    void executesSameRequestOnce() {
        IdempotentResponse first = requests.executeOnce(request("a", "key-1", "{}"), this::work);
        IdempotentResponse second = requests.executeOnce(request("a", "key-1", "{}"), this::work);
        assertThat(second).isEqualTo(first);
        assertThat(done).hasValue(1);
    }

    @Test
    void refusesOtherBodyUnderSameKey() {
        requests.executeOnce(request("a", "key-2", "{}"), this::work);
        assertThatThrownBy(() -> requests.executeOnce(request("a", "key-2", "{ }"), this::work))
                .isInstanceOf(Refused.class)
                .hasMessage("idempotency.other-body");
    }

    @Test
    void eachTokenHasItsOwnKeys() {
        requests.executeOnce(request("a", "key-3", "{}"), this::work);
        requests.executeOnce(request("b", "key-3", "{}"), this::work);
        assertThat(done).hasValue(2);
    }

    @Test
    void eachRouteHasItsOwnKeys() {
        requests.executeOnce(new IdempotentRequest("a", "POST /people", "key-8", "{}"), this::work);
        requests.executeOnce(new IdempotentRequest("a", "POST /organisations", "key-8", "{}"), this::work);
        assertThat(done).hasValue(2);
    }

    @Test
    void repeatsLaterRequestWithoutKey() {
        requests.executeOnce(request("a", null, "{}"), this::work);
        requests.executeOnce(request("a", null, "{}"), this::work);
        assertThat(done).hasValue(2);
    }

    @Test
    void failedWorkCanBeRepeated() {
        assertThatThrownBy(() -> requests.executeOnce(request("a", "key-4", "{}"), () -> {
                    throw new Refused("some.rule");
                }))
                .isInstanceOf(Refused.class);
        requests.executeOnce(request("a", "key-4", "{\"better\":true}"), this::work);
        assertThat(done).hasValue(1);
    }

    @Test
    void keyExpiresAfterSevenDays() {
        requests.executeOnce(request("a", "key-5", "{}"), this::work);
        db.sql(
                        "UPDATE platform.idempotency_answer SET answered_at = answered_at - interval '8 days' WHERE key = 'key-5'")
                .update();
        requests.executeOnce(request("a", "key-5", "{\"another\":true}"), this::work);
        assertThat(done).hasValue(2);
    }

    @Test
    void deletesExpiredResponses() {
        requests.executeOnce(request("a", "key-6", "{}"), this::work);
        db.sql(
                        "UPDATE platform.idempotency_answer SET answered_at = answered_at - interval '8 days' WHERE key = 'key-6'")
                .update();
        assertThat(requests.forget()).isPositive();
        assertThat(db.sql("SELECT count(*) FROM platform.idempotency_answer WHERE key = 'key-6'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void rejectsKeyWithSpace() {
        assertThatThrownBy(() -> requests.executeOnce(request("a", "two words", "{}"), this::work))
                .hasMessage("idempotency.key");
    }

    @Test
    void deletesResponsesWithoutKeyAfterAnHour() {
        requests.executeOnce(request("hour", null, "{}"), this::work);
        db.sql(
                        "UPDATE platform.idempotency_answer SET answered_at = answered_at - interval '2 hours' WHERE key LIKE 'same %'")
                .update();
        requests.forget();
        assertThat(db.sql("SELECT count(*) FROM platform.idempotency_answer WHERE key LIKE 'same %'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void executesOneOfManyConcurrentRequests() throws Exception {
        assertOneIsDone("key-7");
    }

    @Test
    void executesOneOfManyConcurrentEqualRequestsWithoutKey() throws Exception {
        assertOneIsDone(null);
    }

    private void assertOneIsDone(@Nullable String key) throws Exception {
        int senders = 6;
        var start = new CyclicBarrier(senders);
        ExecutorService threads = Executors.newFixedThreadPool(senders);
        try {
            List<Callable<IdempotentResponse>> calls = new ArrayList<>();
            for (int i = 0; i < senders; i++) {
                calls.add(() -> {
                    start.await();
                    return requests.executeOnce(request("a", key, "{\"at\":\"once\"}"), () -> {
                        LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
                        return work();
                    });
                });
            }
            List<String> bodies = new ArrayList<>();
            for (Future<IdempotentResponse> answer : threads.invokeAll(calls)) {
                bodies.add(answer.get().body());
            }
            assertThat(bodies).containsOnly("done 1");
            assertThat(done).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private IdempotentResponse work() {
        return new IdempotentResponse(201, "/api/v1/things/1", "done " + done.incrementAndGet());
    }

    private static IdempotentRequest request(String credential, @Nullable String key, String body) {
        return new IdempotentRequest(credential, "POST /things", key, body);
    }
}
