package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting was asked to resolve, and how it voted.
 *
 * @param text what is resolved, 1 to 10,000 characters, without « Il est proposé par … »
 * @param proposer {@code null} where the minutes do not say
 * @param ballot {@code null} where all who were there agreed
 * @param article by whose majority it is decided, as the rules of that day call it; {@code null} for the simple one
 * @param dissent whose disagreement is noted; may be empty
 * @param ratifies the consultation that it ratifies, {@code null} for none
 * @param reviewOn when it is to be looked at again, {@code null} for never
 */
public record ResolutionFacts(
        String text,
        @Nullable PersonId proposer,
        @Nullable PersonId seconder,
        @Nullable Ballot ballot,
        @Nullable String article,
        String dissent,
        @Nullable UUID ratifies,
        @Nullable LocalDate reviewOn) {

    /** The longest text and dissent, in characters. */
    public static final int LONGEST_TEXT = 10_000;

    public static final int LONGEST_DISSENT = 2_000;

    /** How voices were cast. */
    public record Ballot(int inFavour, int against, int abstained) {}

    /** All who were there agreed, by the simple majority. */
    public static ResolutionFacts unanimous(String text, @Nullable PersonId proposer, @Nullable PersonId seconder) {
        return new ResolutionFacts(text, proposer, seconder, null, null, "", null, null);
    }
}
