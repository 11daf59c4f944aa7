package org.convergence.platform.redaction;

/**
 * A place in a text where a person may be meant, and another as well.
 *
 * @param kind what stands there
 * @param from where it begins in the text
 * @param to where it ends
 * @param context the words there with a few before and after, as they are compared
 */
public record Mention(Kind kind, int from, int to, String context) {

    /** Why it is not certain who is meant; what says most of her first. */
    public enum Kind {
        /** An address that stands in another record too. */
        ADDRESS,
        /** Between words that may be names of others. */
        NEIGHBOURS,
        /** All words of a name, in another order or apart. */
        APART,
        /** One given name or one family name of several. */
        SHORTENED,
        /** The words of a name in one. */
        JOINED,
        /** An initial with the other name, or initials alone. */
        INITIALS,
        /** One name alone. */
        PART
    }

    private static final int AROUND = 60;

    /** The place with a few words around, to be read by those who may. */
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
