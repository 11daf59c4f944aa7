package org.convergence.testing;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;

/**
 * The entry of a child process: runs one of our programs, and ends it when the process of the test ends, even if that
 * is killed. The test's process holds the other end of the standard input until then.
 */
final class ChildProgram {

    private static final long PATIENCE = 15_000;

    private ChildProgram() {}

    /** Runs the {@code main} of the class that the first argument names, with the other arguments. */
    public static void main(String[] arguments) throws Throwable {
        var watch = new Thread(ChildProgram::endWithParent, "parent");
        watch.setDaemon(true);
        watch.start();
        Method main = Class.forName(arguments[0]).getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNullElse(e.getCause(), e);
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is written to it.
            }
        } catch (IOException e) {
            // As at its end.
        }
        var limit = new Thread(ChildProgram::haltSoon, "limit");
        limit.setDaemon(true);
        limit.start();
        System.exit(1);
    }

    /** A start under way would let the exit wait for it. */
    private static void haltSoon() {
        try {
            Thread.sleep(PATIENCE);
        } catch (InterruptedException e) {
            // It ends at once.
        }
        Runtime.getRuntime().halt(1);
    }
}
