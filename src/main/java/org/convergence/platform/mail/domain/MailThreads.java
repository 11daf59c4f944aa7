package org.convergence.platform.mail.domain;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.BackgroundWork;

/** The threads beside the one that sends: one for the database, two that complete letters. They end when idle. */
final class MailThreads implements AutoCloseable {

    /** The actor of the work. */
    static final Actor ACTOR = Actor.system("mail");

    private final ExecutorService database = pool("mail-state", 1);
    private final ExecutorService preparation = pool("mail-prepare", 2);

    private static ExecutorService pool(String name, int size) {
        var pool = new ThreadPoolExecutor(size, size, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Does work on the outbox, in the order in which it was given. */
    <T> Future<T> record(Callable<T> work) {
        return submit(database, work);
    }

    /** Completes a letter. */
    <T> Future<T> prepare(Callable<T> work) {
        return submit(preparation, work);
    }

    static <T> Future<T> done(T result) {
        return CompletableFuture.completedFuture(result);
    }

    private static <T> Future<T> submit(ExecutorService pool, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(() -> CurrentActor.callAs(ACTOR, work::call));
        pool.execute(() -> BackgroundWork.run(task));
        return task;
    }

    @Override
    public void close() {
        database.shutdown();
        preparation.shutdownNow();
    }
}
