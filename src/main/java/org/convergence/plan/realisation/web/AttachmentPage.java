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
    /**
     * The upload fields of a form.
     *
     * @param largest maximum size of a file, in bytes
     * @param kept files already uploaded with this form, which is shown again
     */
    public record UploadFields(long largest, List<KeptUpload> kept) {

        /** A field for each kind of file. */
        static final List<String> FIELDS = List.of("photographs", "sheets", "papers");

        /** A file already uploaded. */
        public record KeptUpload(String field, Document document) {}
    }

    /**
     * Attaching files to a realisation.
     *
     * @param subject its title
     * @param url its page
     */
    public record AttachmentUploadPage(String subject, String url, Form form, UploadFields files) {}

    /** The address of the form. */
    public String action() {
        return url + "/documents/" + document.id().value();
    }
}
