package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.directory.people.Choosing;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * Two records that are to be made one, field by field.
 *
 * @param kind persons or organisations: the word for it in messages
 * @param url the record that is kept
 * @param next where one goes from here
 * @param other the one that goes; {@code null} while it is being chosen
 * @param choosing the field with which the other one is chosen; {@code null} once it is
 */
public record ReplacePage(
        String kind,
        String name,
        String url,
        String next,
        @Nullable Other other,
        List<Field> fields,
        List<String> same,
        Form form,
        @Nullable Choosing choosing) {

    /**
     * The record that goes.
     *
     * @param swap where it is the other way round
     */
    public record Other(String name, String url, String swap) {}

    /**
     * A field in which they differ.
     *
     * @param field its name
     * @param several whether both may be taken
     */
    public record Field(String field, String label, String kept, String other, boolean several) {}
}
