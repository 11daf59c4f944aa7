package org.convergence.platform.shell;

/**
 * Copies of texts of other modules' records, contributed by the module that sends them. Called in the transaction that
 * takes a text back, or gives it again.
 */
public interface TextCopies {

    /**
     * Keeps copies that have not left from leaving, and notes which have.
     *
     * @param from the record, as {@link SourceTexts#FROM} names it
     * @return the number of organisations that have a copy
     */
    int takeBack(String from);

    /** Undoes {@link #takeBack}: the copies that have left are right again. */
    void giveAgain(String from);
}
