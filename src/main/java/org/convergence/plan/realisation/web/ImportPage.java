package org.convergence.plan.realisation.web;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.jspecify.annotations.Nullable;

/**
 * A file of past realisations before it is recorded: how it is understood, and what would come of it.
 *
 * @param sentence how many rows would be recorded and left, in words
 * @param creates how many organisations would be entered in the directory, in words; {@code null} for none
 * @param shown the tabs between what would be recorded and what would not
 * @param next the address of the next rows; {@code null} where there are none
 */
public record ImportPage(
        UUID id,
        String fileName,
        Form form,
        List<ColumnField> columns,
        List<Option> plans,
        List<NameField> names,
        int moreNames,
        String sentence,
        @Nullable String creates,
        boolean takes,
        List<Tab> shown,
        List<Row> rows,
        @Nullable String next) {

    /** A column of the file, with what stands in its first rows. */
    public record ColumnField(String field, String head, String samples) {}

    /** An organisation to be decided on. */
    public record NameField(
            String key, String name, String rows, List<Option> options, String chosen, boolean ambiguous) {}

    /**
     * A row.
     *
     * @param problems what is wrong with it
     * @param notes what was understood without being written
     */
    public record Row(String number, String title, String detail, List<String> problems, List<String> notes) {}

    /** The address of a gesture on it. */
    public String url(String gesture) {
        return ImportController.URL + "/" + id + gesture;
    }
}
