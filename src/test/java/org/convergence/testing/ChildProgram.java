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
        System.exit(1);
    }
}
