package org.convergence.directory.handover;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * What helps someone who takes over: how it is done here, what was done before. Contributed by the module that knows it: a
 * bean of this type. For a pack on paper and for a newcomer's first page, so nothing in it is private.
 */
public interface Background {

    /** Place among the chapters, in tens. */
    int order();

    /** Without which it is not asked. */
    String permission();

    /**
     * What there is to know of things that somebody holds; empty for nothing.
     *
     * @param held the ids of them all; each contributor knows its own
     */
    Optional<Chapter> of(Collection<UUID> held, Words t);

    /** Some of it under a heading. */
    record Chapter(String title, List<Entry> entries) {}

    /**
     * Something to know.
     *
     * @param url its page, {@code null} for none
     * @param detail a second, smaller line; {@code null} for none
     * @param text Markdown that stands in the pack; {@code null} for none
     */
    record Entry(
            String what,
            @Nullable String url,
            @Nullable String detail,
            @Nullable String text) {}
}
