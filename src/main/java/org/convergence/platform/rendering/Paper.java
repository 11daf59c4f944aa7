package org.convergence.platform.rendering;

import java.util.List;

/**
 * Something to be read, in the language of the words with which it is rendered.
 *
 * @param title its title
 * @param subtitle a line under the title, such as its period; may be empty
 * @param organisation who says it
 * @param description what it is, in one sentence, for catalogues and screen readers
 * @param sections its parts, in order
 */
public record Paper(String title, String subtitle, String organisation, String description, List<Section> sections) {

    /** Makes the list its own. */
    public Paper {
        sections = List.copyOf(sections);
    }
}
