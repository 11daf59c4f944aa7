package org.convergence.platform.text;

import java.util.HashSet;
import java.util.Set;

/** How like two texts are, by the groups of three letters that their folded words share, as the database counts it. */
public final class Likeness {

    private Likeness() {}

    /** From 0, nothing in common, to 1, the same folded text; the order of the words does not count. */
    public static double of(String one, String other) {
        Set<String> left = threes(one);
        Set<String> right = threes(other);
        if (left.isEmpty() && right.isEmpty()) {
            return 1;
        }
        int union = left.size() + right.size();
        left.retainAll(right);
        return (double) left.size() / (union - left.size());
    }

    private static Set<String> threes(String text) {
        Set<String> threes = new HashSet<>();
        for (String word : Fold.of(text).split(" ", -1)) {
            String padded = "  " + word + " ";
            for (int i = 0; !word.isEmpty() && i + 3 <= padded.length(); i++) {
                threes.add(padded.substring(i, i + 3));
            }
        }
        return threes;
    }
}
