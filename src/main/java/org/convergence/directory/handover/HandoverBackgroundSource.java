package org.convergence.directory.handover;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Permitted;
import org.convergence.platform.access.Ranked;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Background for a successor: how things are done here, what was done before. Contributed as a bean by the module that
 * knows it, for the printed pack and the newcomer's first page; it contains nothing private.
 */
public interface HandoverBackgroundSource extends Permitted, Ranked {

    /**
     * The background of held things; empty where there is none.
     *
     * @param held the ids of all held things; each contributor picks its own
     */
    Optional<BackgroundChapter> findChapter(Collection<UUID> held, Words t);

    /** A titled group of entries. */
    record BackgroundChapter(String title, List<BackgroundEntry> entries) {}

    /**
     * An entry of a background chapter.
     *
     * @param url its page, {@code null} for none
     * @param detail a second, smaller line; {@code null} for none
     * @param text Markdown for the pack; {@code null} for none
     */
    record BackgroundEntry(
            String what,
            @Nullable String url,
            @Nullable String detail,
            @Nullable String text) {}
}
