package org.convergence.platform.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.BackgroundWork;
import org.jspecify.annotations.Nullable;

/** Runs work in parallel lanes, as the current actor; if one is stopped or fails, the others end too. */
public final class ParallelLanes {

    private ParallelLanes() {}

    /** The work of one lane; it checks from time to time whether to go on. */
    @FunctionalInterface
    public interface LaneWork {
        void run(int lane, BooleanSupplier goesOn);
    }

    /** @param lanes their number; with one or none, the work is done in this thread */
    public static void run(int lanes, LaneWork work) {
        if (lanes <= 1) {
            work.run(0, () -> true);
            return;
        }
        Actor actor = CurrentActor.get();
        AtomicBoolean off = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(lanes);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int lane = 0; lane < lanes; lane++) {
                int mine = lane;
                all.add(threads.submit(() -> inTheNameOf(actor, mine, work, off)));
            }
            end(all);
        } finally {
            threads.shutdown();
        }
    }

    private static void inTheNameOf(Actor actor, int lane, LaneWork work, AtomicBoolean off) {
        boolean done = false;
        try {
            BackgroundWork.run(() -> CurrentActor.runAs(actor, () -> work.run(lane, () -> !off.get())));
            done = true;
        } finally {
            if (!done) {
                off.set(true);
            }
        }
    }

    /** Waits for all lanes, so that none goes on after the caller. */
    private static void end(List<Future<?>> all) {
        RuntimeException failure = null;
        for (Future<?> each : all) {
            RuntimeException mine = failureOf(each);
            failure = failure == null ? mine : failure;
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static @Nullable RuntimeException failureOf(Future<?> each) {
        try {
            each.get();
            return null;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            return e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new IllegalStateException(e);
        }
    }
}
