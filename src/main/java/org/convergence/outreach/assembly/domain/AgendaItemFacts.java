package org.convergence.outreach.assembly.domain;

/**
 * The texts of an agenda item.
 *
 * @param title 1 to 200 characters
 * @param note background in Markdown; may be empty
 * @param asked the requested decision; empty for none
 */
public record AgendaItemFacts(String title, String note, String asked) {

    /** The longest title, note and decision, in characters. */
    public static final int LONGEST_TITLE = 200;

    public static final int LONGEST_NOTE = 5_000;
    public static final int LONGEST_ASKED = 2_000;

    /** An item with a title only. */
    public static AgendaItemFacts of(String title) {
        return new AgendaItemFacts(title, "", "");
    }
}
