package org.convergence.plan.realisation.web;

import java.util.List;
import org.convergence.platform.document.Document;
import org.jspecify.annotations.Nullable;

/**
 * The files of a realisation on its page.
 *
 * @param photographs shown as pictures
 * @param papers attendance sheets and papers, shown by name
 * @param add where more are attached; {@code null} without permission
 */
public record RealisationFilesPart(
        List<ShownFile> photographs,
        List<ShownFile> papers,
        @Nullable String add) {

    /**
     * A file.
     *
     * @param note its kind, or whether it may be published
     * @param readable whether the actor may open it
     * @param edit where it is described; {@code null} without permission
     */
    public record ShownFile(
            Document document,
            String caption,
            String alternative,
            String note,
            boolean readable,
            @Nullable String edit) {}

    public boolean isEmpty() {
        return photographs.isEmpty() && papers.isEmpty();
    }
}
