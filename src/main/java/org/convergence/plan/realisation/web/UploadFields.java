package org.convergence.plan.realisation.web;

import java.util.List;
import org.convergence.platform.document.Document;

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
