package org.convergence.plan.realisation.web;

import java.util.List;
import org.convergence.platform.document.Document;

/**
 * The fields by which files are chosen.
 *
 * @param largest bytes that one may have
 * @param kept those that came already with this form, which is shown again
 */
public record Arriving(long largest, List<Kept> kept) {

    /** A field for each kind of file. */
    static final List<String> FIELDS = List.of("photographs", "sheets", "papers");

    /** A file that came already. */
    public record Kept(String field, Document document) {}
}
