package org.convergence.platform.mail.domain;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.BackgroundWork;

/** The two threads that complete letters beside the one that sends. They end when idle. */
final class MailThreads implements AutoCloseable {

    /** The actor of the work. */
    static final Actor ACTOR = Actor.system("mail");

    private final ThreadPoolExecutor pool =
            new ThreadPoolExecutor(2, 2, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                Thread thread = new Thread(work, "mail-prepare");
                thread.setDaemon(true);
                return thread;
            });

    MailThreads() {
        pool.allowCoreThreadTimeOut(true);
    }

    /** Completes a letter. */
    <T> Future<T> prepare(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(() -> CurrentActor.callAs(ACTOR, work::call));
        pool.execute(() -> BackgroundWork.run(task));
        return task;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
