package org.convergence.platform.rendering;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something to be read, in the language of the words with which it is rendered.
 *
 * @param title its title
 * @param subtitle a line under the title, such as its period; may be empty
 * @param organisation who says it
 * @param description what it is, in one sentence, for catalogues and screen readers
 * @param sections its parts, in order
 * @param layout how it lies on its pages
 */
public record Paper(
        String title, String subtitle, String organisation, String description, List<Section> sections, Layout layout) {

    private static final int CONTENTS_FROM = 3;

    /** How a paper lies on its pages. */
    public enum Layout {

        /** It begins with a list of its parts, on a page of their own. */
        CONTENTS,

        /** It is read from its first line on. */
        PLAIN,

        /** All on one sheet: small, narrow at the edges, its tables named by the titles over them. */
        SHEET
    }

    /** Makes the list its own. */
    public Paper {
        sections = List.copyOf(sections);
    }

    /** One that lists its parts where there are several. */
    public Paper(String title, String subtitle, String organisation, String description, List<Section> sections) {
        this(
                title,
                subtitle,
                organisation,
                description,
                sections,
                sections.size() >= CONTENTS_FROM ? Layout.CONTENTS : Layout.PLAIN);
    }

    /** The same with one more part at its end. */
    public Paper followedBy(Section section) {
        return new Paper(
                title,
                subtitle,
                organisation,
                description,
                Stream.concat(sections.stream(), Stream.of(section)).toList(),
                layout);
    }

    /** The same, laid out otherwise. */
    public Paper as(Layout other) {
        return new Paper(title, subtitle, organisation, description, sections, other);
    }
}
