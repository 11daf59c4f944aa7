package org.convergence.outreach.assembly.domain;

/**
 * A point of an agenda.
 *
 * @param title 1 to 200 characters
 * @param note what one should know before, in Markdown; may be empty
 * @param asked the decision that is asked for; empty for none
 */
public record ItemFacts(String title, String note, String asked) {

    /** The longest title, note and decision, in characters. */
    public static final int LONGEST_TITLE = 200;

    public static final int LONGEST_NOTE = 5_000;
    public static final int LONGEST_ASKED = 2_000;

    /** Nothing but a title. */
    public static ItemFacts of(String title) {
        return new ItemFacts(title, "", "");
    }
}
