package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * Two records to merge, field by field.
 *
 * @param kind persons or organisations: the key in messages
 * @param url the kept record
 * @param next the page to go to afterwards
 * @param other the duplicate; {@code null} while it is being chosen
 * @param choosing the field that chooses it; {@code null} once it is chosen
 */
public record MergePage(
        String kind,
        String name,
        String url,
        String next,
        @Nullable MergeDuplicate other,
        List<MergeField> fields,
        List<String> same,
        Form form,
        @Nullable ChooserField choosing) {

    /**
     * The duplicate.
     *
     * @param swap the page with both roles swapped
     */
    public record MergeDuplicate(String name, String url, String swap) {}

    /**
     * A field in which they differ.
     *
     * @param field its name
     * @param several whether both values may be kept
     */
    public record MergeField(String field, String label, String kept, String other, boolean several) {}
}
