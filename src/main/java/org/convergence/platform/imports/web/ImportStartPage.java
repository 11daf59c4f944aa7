package org.convergence.platform.imports.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;

/**
 * Upload of a file, with the latest imports.
 *
 * @param key the prefix of the kind's message keys
 * @param subjects the kinds of list to choose from; empty if there is only one
 * @param most the most lines of a file, for each kind if they differ
 */
public record ImportStartPage(
        String url, String key, Form form, List<Option> subjects, String most, List<ImportFileRow> latest) {

    /** An earlier import. */
    public record ImportFileRow(String url, String name, String detail, Tone tone, String state) {}
}
