package org.convergence.platform.shell;

import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The messages and the frame of the page that the current thread renders. They are the defaults of {@code t} and
 * {@code shell} in every template, so that no template hands them down.
 */
public final class RenderContext {

    private static final ThreadLocal<@Nullable RenderContext> CURRENT = new ThreadLocal<>();

    private final Words words;
    private final @Nullable Shell shell;

    private RenderContext(Words words, @Nullable Shell shell) {
        this.words = words;
        this.shell = shell;
    }

    /** The messages in the language of the page. */
    public static Words words() {
        return current().words;
    }

    /**
     * The frame of the page.
     *
     * @throws IllegalStateException if only a fragment is rendered
     */
    public static Shell shell() {
        Shell shell = current().shell;
        if (shell == null) {
            throw new IllegalStateException("A fragment has no frame");
        }
        return shell;
    }

    /** Renders a page with its frame, or a fragment without. */
    public static void run(Words words, @Nullable Shell shell, Runnable render) {
        RenderContext outer = CURRENT.get();
        CURRENT.set(new RenderContext(words, shell));
        try {
            render.run();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    /** Renders a part of the current page with other messages. */
    static void runPart(Words words, Runnable render) {
        RenderContext outer = CURRENT.get();
        run(words, outer == null ? null : outer.shell, render);
    }

    private static RenderContext current() {
        RenderContext current = CURRENT.get();
        if (current == null) {
            throw new IllegalStateException("No page is being rendered");
        }
        return current;
    }
}
