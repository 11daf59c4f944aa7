package org.convergence.plan.realisation.web;

import java.util.List;
import org.convergence.platform.document.Document;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * The form that describes a file.
 *
 * @param subject the realisation's title
 * @param url the realisation's page
 * @param kinds the possible kinds
 */
public record AttachmentPage(
        String subject,
        String url,
        Document document,
        Form form,
        List<Option> kinds,
        @Nullable Conflict conflict) {

    /** The address of the form. */
    public String action() {
        return url + "/documents/" + document.id().value();
    }
}
