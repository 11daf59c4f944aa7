package org.convergence.plan.realisation.web;

import java.util.List;
import org.convergence.platform.document.Document;
import org.jspecify.annotations.Nullable;

/**
 * The files of a realisation on its page.
 *
 * @param photographs shown
 * @param papers attendance sheets and papers, named
 * @param add where more are attached; {@code null} where this person may not
 */
public record FilesPart(
        List<Shown> photographs,
        List<Shown> papers,
        @Nullable String add) {

    /**
     * A file.
     *
     * @param note what it is, or whether it may be published
     * @param readable whether this person may open it
     * @param edit where it is described; {@code null} where this person may not
     */
    public record Shown(
            Document document,
            String caption,
            String alternative,
            String note,
            boolean readable,
            @Nullable String edit) {}

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return photographs.isEmpty() && papers.isEmpty();
    }
}
