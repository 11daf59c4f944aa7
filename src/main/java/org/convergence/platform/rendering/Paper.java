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
 * @param contents whether it begins with a list of them
 */
public record Paper(
        String title,
        String subtitle,
        String organisation,
        String description,
        List<Section> sections,
        boolean contents) {

    private static final int CONTENTS_FROM = 3;

    /** Makes the list its own. */
    public Paper {
        sections = List.copyOf(sections);
    }

    /** One that lists its parts where there are several. */
    public Paper(String title, String subtitle, String organisation, String description, List<Section> sections) {
        this(title, subtitle, organisation, description, sections, sections.size() >= CONTENTS_FROM);
    }

    /** The same, read from its first line on. */
    public Paper withoutContents() {
        return new Paper(title, subtitle, organisation, description, sections, false);
    }
}
