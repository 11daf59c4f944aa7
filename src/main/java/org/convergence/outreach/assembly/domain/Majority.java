package org.convergence.outreach.assembly.domain;

import java.util.Objects;

/**
 * The part of the voices that a decision asks for (R-GOV-8).
 *
 * @param article what it is for, with the article of the by-law: « Modification des règlements, art. 31 »; 1 to 200
 *     characters
 * @param moreThan whether it takes more than the part
 * @param ofPresent whether it is a part of all voices present, else of the voices cast for and against
 */
public record Majority(String article, int numerator, int denominator, boolean moreThan, boolean ofPresent) {

    public Majority {
        Objects.requireNonNull(article);
        if (article.isBlank()
                || article.length() > 200
                || numerator < 1
                || numerator > denominator
                || denominator > 100) {
            throw new IllegalArgumentException("a part of the voices, for something");
        }
    }

    /** More than half of the voices cast. */
    public static Majority simple(String article) {
        return new Majority(article, 1, 2, true, false);
    }
}
