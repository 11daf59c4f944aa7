package org.convergence.outreach.assembly;

import java.util.List;

/**
 * The delegations of a meeting, as the door counted them: an assembly votes by cards, not by seats.
 *
 * @param entitled delegates and organisations that may come
 * @param came those that came, including those that left since
 * @param present those that are in the hall now
 * @param cards the votes of those present now
 * @param lines a line for each delegation that came, with its delegates
 */
public record MeetingRoll(RollCount entitled, RollCount came, RollCount present, int cards, List<String> lines) {

    /** Delegates, and the organisations or members that they represent. */
    public record RollCount(int delegates, int organisations) {}
}
