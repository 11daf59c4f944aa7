package org.convergence.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs concurrent actions on the real database. */
@Lazy
@Component
public class ConcurrentActions {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JdbcClient db;
    private final TransactionTemplate transactions;

    ConcurrentActions(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** The result of an action: its answer, or its exception. */
    public record ActionResult(
            @Nullable Object answer, @Nullable Throwable thrown) {

        public boolean went() {
            return thrown == null;
        }
    }

    /**
     * Starts a second action after the first is done but not committed. The first commits as soon as the second waits
     * for it, or has ended.
     *
     * @return the result of the second
     */
    public ActionResult runBeforeCommit(Actor who, Runnable first, Runnable second) {
        List<CompletableFuture<ActionResult>> begun = new ArrayList<>();
        transactions.executeWithoutResult(status -> {
            CurrentActor.runAs(who, first);
            CompletableFuture<ActionResult> other = CompletableFuture.supplyAsync(() -> end(who, () -> {
                second.run();
                return true;
            }));
            begun.add(other);
            await().atMost(PATIENCE).until(() -> other.isDone() || isLockWaiting());
        });
        return result(begun.get(0));
    }

    /** Starts all actions at the same moment and returns their results, in order. */
    public List<ActionResult> runTogether(Actor who, List<Callable<?>> gestures) {
        var start = new CyclicBarrier(gestures.size());
        List<Thread> threads = new ArrayList<>();
        List<CompletableFuture<ActionResult>> ends = new ArrayList<>();
        for (Callable<?> gesture : gestures) {
            var ending = new CompletableFuture<ActionResult>();
            ends.add(ending);
            threads.add(new Thread(() -> ending.complete(end(who, () -> {
                start.await();
                return gesture.call();
            }))));
        }
        threads.forEach(Thread::start);
        return ends.stream().map(ConcurrentActions::result).toList();
    }

    private static ActionResult end(Actor who, Callable<?> gesture) {
        try {
            return new ActionResult(CurrentActor.callAs(who, gesture::call), null);
        } catch (Throwable thrown) {
            return new ActionResult(null, thrown);
        }
    }

    private static ActionResult result(CompletableFuture<ActionResult> ending) {
        try {
            return ending.get(60, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("an action did not end", e);
        }
    }

    private boolean isLockWaiting() {
        return db.sql("SELECT count(*) > 0 FROM pg_locks WHERE NOT granted")
                .query(Boolean.class)
                .single();
    }
}
