package org.convergence.platform.rendering;

import java.util.ArrayList;
import java.util.List;

/** A part of a line of text. */
public sealed interface Inline {

    /** Plain text. */
    record InlineText(String text) implements Inline {}

    /** Strongly emphasised text. */
    record Strong(List<Inline> parts) implements Inline {

        /** Copies the list. */
        public Strong {
            parts = List.copyOf(parts);
        }
    }

    /** Emphasised text. */
    record Emphasis(List<Inline> parts) implements Inline {

        /** Copies the list. */
        public Emphasis {
            parts = List.copyOf(parts);
        }
    }

    /** Text with a link: {@code https}, {@code http}, {@code mailto}, or a path of this site. */
    record Link(String address, List<Inline> parts) implements Inline {

        /** Copies the list. */
        public Link {
            parts = List.copyOf(parts);
        }
    }

    /** A line break within the paragraph. */
    record Break() implements Inline {}

    /** Plain text, as a paragraph's only part. */
    static List<Inline> of(String text) {
        return List.of(new InlineText(text));
    }

    /** Plain text in lines, as written. */
    static List<Inline> lines(String text) {
        List<Inline> parts = new ArrayList<>();
        text.lines().forEach(line -> {
            if (!parts.isEmpty()) {
                parts.add(new Break());
            }
            parts.add(new InlineText(line));
        });
        return parts;
    }

    /** A link with plain text. */
    static Inline link(String address, String text) {
        return new Link(address, of(text));
    }

    /** The text without formatting. */
    static String text(List<Inline> parts) {
        StringBuilder text = new StringBuilder();
        for (Inline part : parts) {
            if (part instanceof InlineText words) {
                text.append(words.text());
            } else if (part instanceof Strong strong) {
                text.append(text(strong.parts()));
            } else if (part instanceof Emphasis emphasis) {
                text.append(text(emphasis.parts()));
            } else if (part instanceof Link link) {
                text.append(text(link.parts()));
            } else {
                text.append(' ');
            }
        }
        return text.toString();
    }
}
