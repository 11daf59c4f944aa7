package org.convergence.plan.realisation.web;

import java.util.List;
import org.convergence.platform.document.Document;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * Saying what a file is and shows.
 *
 * @param subject the realisation's title
 * @param url the realisation's page
 * @param kinds what it may be
 */
public record AttachmentPage(
        String subject,
        String url,
        Document document,
        Form form,
        List<Option> kinds,
        @Nullable Conflict conflict) {

    /** Where it is said. */
    public String action() {
        return url + "/documents/" + document.id().value();
    }
}
