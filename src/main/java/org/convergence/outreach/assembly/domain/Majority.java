package org.convergence.outreach.assembly.domain;

import java.util.Objects;

/**
 * The share of the votes that a decision needs (R-GOV-8).
 *
 * @param article its subject, with the article of the by-law: « Modification des règlements, art. 31 »; 1 to 200
 *     characters
 * @param moreThan whether more than the share is needed
 * @param ofPresent whether it is a share of all votes present; otherwise of the votes cast for and against
 */
public record Majority(String article, int numerator, int denominator, boolean moreThan, boolean ofPresent) {

    public Majority {
        Objects.requireNonNull(article);
        if (article.isBlank()
                || article.length() > 200
                || numerator < 1
                || numerator > denominator
                || denominator > 100) {
            throw new IllegalArgumentException("an article, and a fraction of at most 1");
        }
    }

    /** More than half of the votes cast. */
    public static Majority simple(String article) {
        return new Majority(article, 1, 2, true, false);
    }
}
