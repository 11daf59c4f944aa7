package org.convergence.platform.shell;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The checks of the texts that the current request sends; none for a request that only reads. */
public final class CurrentTextChecks {

    private static final ThreadLocal<@Nullable List<TextCheck>> CURRENT = new ThreadLocal<>();

    private CurrentTextChecks() {}

    /** Sets the checks of the current thread's request. */
    public static void set(List<TextCheck> checks) {
        CURRENT.set(checks);
    }

    /** Ends the request. */
    public static void clear() {
        CURRENT.remove();
    }

    static Optional<String> findProblem(String text) {
        List<TextCheck> checks = CURRENT.get();
        return checks == null
                ? Optional.empty()
                : checks.stream()
                        .flatMap(each -> each.findProblem(text).stream())
                        .findFirst();
    }
}
