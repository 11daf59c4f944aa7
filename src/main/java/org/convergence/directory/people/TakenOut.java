package org.convergence.directory.people;

/** Where it is noted who takes a list that names people out of the application, so that it can be answered for (R-L25-15). */
public interface TakenOut {

    /**
     * Notes it in the name of the current actor; never what the list held.
     *
     * @param form as what it leaves: {@code CSV}, {@code XLSX} or {@code PAPER}
     * @param lines how many
     * @param filtered whether a filter left some out
     */
    void note(String form, long lines, boolean filtered);
}
