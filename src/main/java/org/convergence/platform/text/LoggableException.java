package org.convergence.platform.text;

import java.nio.file.FileSystemException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A copy of an exception for the log: types and stack traces of it and its causes. Messages are left out, since they
 * quote typed text or row values; those that only name code, files or a state of the database are kept.
 */
public final class LoggableException extends RuntimeException {

    private static final int MOST_CAUSES = 10;

    private LoggableException(Throwable thrown, int depth) {
        super(description(thrown), cause(thrown, depth), false, true);
        setStackTrace(thrown.getStackTrace());
    }

    public static LoggableException of(Throwable thrown) {
        return new LoggableException(thrown, 0);
    }

    private static @Nullable Throwable cause(Throwable thrown, int depth) {
        Throwable cause = thrown.getCause();
        return cause == null || depth == MOST_CAUSES ? null : new LoggableException(cause, depth + 1);
    }

    private static String description(Throwable thrown) {
        String type = thrown.getClass().getName();
        if (thrown instanceof SQLException sql) {
            return type + ": SQL state " + sql.getSQLState();
        }
        boolean namesCode = thrown instanceof NullPointerException
                || thrown instanceof ClassCastException
                || thrown instanceof LinkageError
                || thrown instanceof FileSystemException
                || thrown instanceof VirtualMachineError;
        return namesCode ? type + ": " + thrown.getMessage() : type;
    }
}
