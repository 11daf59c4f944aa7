package org.convergence.platform.text;

import java.util.HashSet;
import java.util.Set;

/**
 * Similarity of texts by the trigrams that their folded words share, as the database computes it. For a text compared
 * with many others, make the instance once.
 */
public final class TrigramSimilarity {

    private final Set<String> trigrams;

    private TrigramSimilarity(Set<String> trigrams) {
        this.trigrams = trigrams;
    }

    /** The trigrams of a text, ready to be compared. */
    public static TrigramSimilarity of(String text) {
        Set<String> trigrams = new HashSet<>();
        for (String word : TextNormalizer.fold(text).split(" ", -1)) {
            String padded = "  " + word + " ";
            for (int i = 0; !word.isEmpty() && i + 3 <= padded.length(); i++) {
                trigrams.add(padded.substring(i, i + 3));
            }
        }
        return new TrigramSimilarity(trigrams);
    }

    /**
     * The similarity of two texts: from 0, nothing in common, to 1, the same folded text; word order does not count.
     */
    public static double of(String one, String other) {
        return of(one).similarityTo(of(other));
    }

    /** The similarity to another text, from 0 to 1. */
    public double similarityTo(TrigramSimilarity other) {
        if (trigrams.isEmpty() && other.trigrams.isEmpty()) {
            return 1;
        }
        int shared = 0;
        for (String each : trigrams) {
            if (other.trigrams.contains(each)) {
                shared++;
            }
        }
        return similarityTo(other, shared);
    }

    /** @param shared how many trigrams both have */
    double similarityTo(TrigramSimilarity other, int shared) {
        return (double) shared / (trigrams.size() + other.trigrams.size() - shared);
    }

    Set<String> trigrams() {
        return trigrams;
    }
}
