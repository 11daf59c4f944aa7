package org.convergence.platform.rendering;

import java.util.List;
import java.util.stream.Stream;

/**
 * A document to be read or printed, in one language.
 *
 * @param title its title
 * @param subtitle a line under the title, such as its period; may be empty
 * @param organisation its publisher
 * @param description its content in one sentence, for catalogues and screen readers
 * @param sections its parts, in order
 * @param layout its layout on pages
 */
public record Paper(
        String title, String subtitle, String organisation, String description, List<Section> sections, Layout layout) {

    private static final int CONTENTS_FROM = 3;

    /** The layout on pages. */
    public enum Layout {

        /** It begins with a table of contents, on a page of its own. */
        CONTENTS,

        /** It begins with the text. */
        PLAIN,

        /** One sheet: small type, narrow margins, tables named by the titles over them. */
        SHEET
    }

    /** Copies the list. */
    public Paper {
        sections = List.copyOf(sections);
    }

    /** A paper with a table of contents if it has several parts. */
    public Paper(String title, String subtitle, String organisation, String description, List<Section> sections) {
        this(
                title,
                subtitle,
                organisation,
                description,
                sections,
                sections.size() >= CONTENTS_FROM ? Layout.CONTENTS : Layout.PLAIN);
    }

    /** The same paper with one more section at its end. */
    public Paper followedBy(Section section) {
        return new Paper(
                title,
                subtitle,
                organisation,
                description,
                Stream.concat(sections.stream(), Stream.of(section)).toList(),
                layout);
    }

    /** The same paper without the sources under its figures, whose words are those of links on a screen. */
    public Paper withoutFigureSources() {
        return new Paper(title, subtitle, organisation, description, Section.withoutFigureSources(sections), layout);
    }

    /** The same paper, in which no line ends between a number and its noun. */
    Paper withBoundNumbers() {
        return new Paper(title, subtitle, organisation, description, Section.map(sections, NumberBinder::bind), layout);
    }

    /** The same paper in another layout. */
    public Paper as(Layout other) {
        return new Paper(title, subtitle, organisation, description, sections, other);
    }
}
