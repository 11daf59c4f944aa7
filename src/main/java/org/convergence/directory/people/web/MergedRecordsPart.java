package org.convergence.directory.people.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records merged into this one that can still be separated. */
public record MergedRecordsPart(List<MergedRecordRow> records) {

    /**
     * A merged record.
     *
     * @param detail the day of the merge, and the account that made it
     * @param undo the action that separates it; {@code null} where a later one must go first
     */
    public record MergedRecordRow(
            String name, String detail, @Nullable String undo) {}
}
