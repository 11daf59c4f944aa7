package org.convergence.outreach.assembly.domain;

/**
 * The letters of a change of a meeting.
 *
 * @param rewritten how many notices waited, and tell the change themselves now
 * @param posted how many letters were posted to people whose notice had left
 */
public record ChangeLetters(int rewritten, int posted) {

    static final ChangeLetters NONE = new ChangeLetters(0, 0);
}
