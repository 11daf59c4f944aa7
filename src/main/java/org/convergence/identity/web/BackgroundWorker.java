package org.convergence.identity.web;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.convergence.platform.text.LoggableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs work in a background thread, so that the response time reveals nothing about it. If too much is queued, the
 * request runs it itself.
 */
@Component
class BackgroundWorker {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWorker.class);
    private static final int MOST_WAITING = 200;

    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            work -> new Thread(work, "aside"),
            new ThreadPoolExecutor.CallerRunsPolicy());

    BackgroundWorker() {
        worker.allowCoreThreadTimeOut(true);
    }

    void run(Runnable work) {
        worker.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("A background task failed", LoggableException.of(e));
            }
        });
    }

    @PreDestroy
    void stop() throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(20, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }
}
