package org.convergence.platform.shell;

import org.jspecify.annotations.Nullable;

/** The frame of the page that the current thread renders: the default of {@code shell} in every template. */
public final class CurrentShell {

    private static final ThreadLocal<@Nullable Shell> CURRENT = new ThreadLocal<>();

    private CurrentShell() {}

    /**
     * The frame of the page.
     *
     * @throws IllegalStateException if only a fragment is rendered
     */
    public static Shell get() {
        Shell shell = CURRENT.get();
        if (shell == null) {
            throw new IllegalStateException("A fragment has no frame");
        }
        return shell;
    }

    /** Renders a page with its frame, or a fragment without. */
    public static void run(@Nullable Shell shell, Runnable render) {
        CURRENT.set(shell);
        try {
            render.run();
        } finally {
            CURRENT.remove();
        }
    }
}
