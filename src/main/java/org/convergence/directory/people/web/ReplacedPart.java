package org.convergence.directory.people.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records that came to this one, as long as they can be taken apart again. */
public record ReplacedPart(List<Replaced> records) {

    /**
     * One of them.
     *
     * @param detail when and by whom
     * @param undo where it is taken apart; {@code null} where a later one goes first
     */
    public record Replaced(
            String name, String detail, @Nullable String undo) {}
}
