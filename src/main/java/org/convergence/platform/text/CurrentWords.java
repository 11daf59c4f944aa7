package org.convergence.platform.text;

import org.jspecify.annotations.Nullable;

/**
 * The messages in the language of the page that the current thread renders: the default of {@code t} in every
 * template, so
 * that no template hands them down.
 */
public final class CurrentWords {

    private static final ThreadLocal<@Nullable Words> CURRENT = new ThreadLocal<>();

    private CurrentWords() {}

    /**
     * The messages of the page.
     *
     * @throws IllegalStateException if no page is being rendered
     */
    public static Words get() {
        Words words = CURRENT.get();
        if (words == null) {
            throw new IllegalStateException("No page is being rendered");
        }
        return words;
    }

    /** Renders a page, or a part of it, with these messages. */
    public static void run(Words words, Runnable render) {
        Words outer = CURRENT.get();
        CURRENT.set(words);
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
}
