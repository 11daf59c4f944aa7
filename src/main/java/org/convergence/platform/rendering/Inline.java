package org.convergence.platform.rendering;

import java.util.List;

/** What stands in a line. */
public sealed interface Inline {

    /** Words. */
    record Words(String text) implements Inline {}

    /** Words that matter. */
    record Strong(List<Inline> parts) implements Inline {

        /** Makes the list its own. */
        public Strong {
            parts = List.copyOf(parts);
        }
    }

    /** Words said in another tone. */
    record Emphasis(List<Inline> parts) implements Inline {

        /** Makes the list its own. */
        public Emphasis {
            parts = List.copyOf(parts);
        }
    }

    /** Words that lead somewhere: {@code https}, {@code http}, {@code mailto}, or a path of this site. */
    record Link(String address, List<Inline> parts) implements Inline {

        /** Makes the list its own. */
        public Link {
            parts = List.copyOf(parts);
        }
    }

    /** A new line in the same paragraph. */
    record Break() implements Inline {}

    /** Plain words, as a paragraph's only part. */
    static List<Inline> of(String text) {
        return List.of(new Words(text));
    }

    /** Words that lead somewhere. */
    static Inline link(String address, String text) {
        return new Link(address, of(text));
    }

    /** The words alone. */
    static String text(List<Inline> parts) {
        StringBuilder text = new StringBuilder();
        for (Inline part : parts) {
            if (part instanceof Words words) {
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
