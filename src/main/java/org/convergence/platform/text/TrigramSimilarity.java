package org.convergence.platform.text;

import java.util.HashSet;
import java.util.Set;

/**
 * Similarity of texts by the trigrams that their folded words share, as the database computes it. For a text compared
 * with many others, make the instance once.
 */
public final class TrigramSimilarity {

    private final Set<String> threes;

    private TrigramSimilarity(Set<String> threes) {
        this.threes = threes;
    }

    /** The trigrams of a text, ready to be compared. */
    public static TrigramSimilarity of(String text) {
        Set<String> threes = new HashSet<>();
        for (String word : TextNormalizer.fold(text).split(" ", -1)) {
            String padded = "  " + word + " ";
            for (int i = 0; !word.isEmpty() && i + 3 <= padded.length(); i++) {
                threes.add(padded.substring(i, i + 3));
            }
        }
        return new TrigramSimilarity(threes);
    }

    /**
     * The similarity of two texts: from 0, nothing in common, to 1, the same folded text; word order does not count.
     */
    public static double of(String one, String other) {
        return of(one).similarityTo(of(other));
    }

    /** The similarity to another text, from 0 to 1. */
    public double similarityTo(TrigramSimilarity other) {
        if (threes.isEmpty() && other.threes.isEmpty()) {
            return 1;
        }
        int shared = 0;
        for (String each : threes) {
            if (other.threes.contains(each)) {
                shared++;
            }
        }
        return (double) shared / (threes.size() + other.threes.size() - shared);
    }
}
