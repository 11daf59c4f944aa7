package org.convergence.platform.text;

import java.util.HashSet;
import java.util.Set;

/**
 * How like two texts are, by the groups of three letters that their folded words share, as the database counts it. Of a
 * text that is compared with many others, its likeness is made once.
 */
public final class Likeness {

    private final Set<String> threes;

    private Likeness(Set<String> threes) {
        this.threes = threes;
    }

    /** The likeness of a text, by which it is compared. */
    public static Likeness of(String text) {
        Set<String> threes = new HashSet<>();
        for (String word : Fold.of(text).split(" ", -1)) {
            String padded = "  " + word + " ";
            for (int i = 0; !word.isEmpty() && i + 3 <= padded.length(); i++) {
                threes.add(padded.substring(i, i + 3));
            }
        }
        return new Likeness(threes);
    }

    /** Of two texts: from 0, nothing in common, to 1, the same folded text; the order of the words does not count. */
    public static double of(String one, String other) {
        return of(one).to(of(other));
    }

    /** The same for another text. */
    public double to(Likeness other) {
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
