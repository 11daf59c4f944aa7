package org.convergence.platform.redaction;

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
        FIELD
    }

    private static final int AROUND = 60;

    /** The place with a few words around it, for people with permission to read it. */
    public String around(String text) {
        int start = Math.max(0, from - AROUND);
        int end = Math.min(text.length(), to + AROUND);
        String before = start == 0 ? "" : "… ";
        String after = end == text.length() ? "" : " …";
        String shown = text.substring(start, end)
                .replaceAll("^[^<>]*/?>", "")
                .replaceAll("<[^<>]*>", " ")
                .replaceAll("<[^<>]*$", "")
                .replaceAll("\\s+", " ");
        return before + shown.strip() + after;
    }
}
