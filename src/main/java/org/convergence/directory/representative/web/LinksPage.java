package org.convergence.directory.representative.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's links.
 *
 * @param address of the link that was just made, shown once; {@code null} where none was
 * @param reached those to whom one can be sent
 */
public record LinksPage(
        String organisation,
        String url,
        String action,
        Form form,
        @Nullable String address,
        List<Option> reached,
        List<Row> links) {

    /** A link that opens something. */
    public record Row(String id, String made, String detail) {}
}
