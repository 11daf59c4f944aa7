package org.convergence.directory.protection.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may see what of somebody.
 *
 * @param name hers, {@code null} on one's own page
 * @param record her page in the directory, {@code null} where she has none or the reader may not open it
 * @param opened what was done with her identity where it is sealed
 */
public record SeenPage(
        @Nullable String name,
        @Nullable String record,
        List<Line> seen,
        List<ProtectedPage.Line> opened,
        List<String> taken) {

    /** Something that is kept, and those who may see it. */
    public record Line(String what, String who) {}
}
