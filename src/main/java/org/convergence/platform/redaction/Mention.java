package org.convergence.platform.redaction;

import java.util.EnumSet;

/**
 * A place in a text where the person may be meant, or another person.
 *
 * @param kind why it is uncertain
 * @param from where it begins in the text
 * @param to where it ends
 * @param context the normalized words there, with a few before and after
 */
public record Mention(MentionKind kind, int from, int to, String context) {

    /** The reasons why a mention is uncertain, the strongest hint first. */
    public enum MentionKind {
        /** An address that is also in another record. */
        ADDRESS,
        /** A full name or an address in the same record as a doubtful place. */
        BESIDE,
        /** Beside words that may be other people's names, or ordinary words themselves. */
        NEIGHBOURS,
        /** In a longer name, which a hyphen or unknown words make. */
        LONGER,
        /** All words of a name, in another order or apart. */
        APART,
        /** One given name or one family name of several. */
        SHORTENED,
        /** The words of a name written as one. */
        JOINED,
        /** A name with damaged letters, as after a wrong encoding. */
        GARBLED,
        /** An initial with the other name, or initials alone. */
        INITIALS,
        /** One name alone. */
        PART,
        /** One name that fills a whole text. */
        FIELD;

        /** Whether the place has a given name and a family name; others have an initial or one name alone. */
        public boolean isInFull() {
            return EnumSet.range(BESIDE, GARBLED).contains(this);
        }
    }

    private static final int AROUND = 60;

    /** The words of a place, with a few before and after them. */
    public record MarkedWords(String before, String words, String after) {

        @Override
        public String toString() {
            return before + words + after;
        }
    }

    /** The place with a few words around it, for people with permission to read it. */
    public MarkedWords around(String text) {
        int start = Math.max(0, from - AROUND);
        int end = Math.min(text.length(), to + AROUND);
        String before = plain(text.substring(start, from).replaceAll("^[^<>]*/?>", ""));
        String after = plain(text.substring(to, end).replaceAll("<[^<>]*$", ""));
        return new MarkedWords(
                (start == 0 ? "" : "… ") + before.stripLeading(),
                plain(text.substring(from, to)),
                after.stripTrailing() + (end == text.length() ? "" : " …"));
    }

    private static String plain(String text) {
        return text.replaceAll("<[^<>]*>", " ").replaceAll("\\s+", " ");
    }
}
