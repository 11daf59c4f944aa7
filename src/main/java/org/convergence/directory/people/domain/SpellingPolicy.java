package org.convergence.directory.people.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the known words that a typed word may mean: it is the beginning of one, with one wrong letter, or two in a long
 * word. Words that sound alike match (Sofie, Sophie; Mathieu, Matthieu). Words are folded.
 */
final class SpellingPolicy {

    private static final int AS_MANY_AS_HELP = 12;

    private SpellingPolicy() {}

    /** The words nearest to the typed one, nearest first; empty if none is near enough. */
    static List<String> nearest(String typed, Collection<String> words) {
        record Near(String word, int slips) {}
        List<Near> near = new ArrayList<>();
        for (String word : words) {
            int slips = slips(typed, word);
            if (slips <= allowed(typed)) {
                near.add(new Near(word, slips));
            }
        }
        int fewest = near.stream().mapToInt(Near::slips).min().orElse(0);
        return near.stream()
                .filter(each -> each.slips() == fewest)
                .sorted(Comparator.comparing((Near each) -> each.word().length())
                        .thenComparing(Near::word))
                .limit(AS_MANY_AS_HELP)
                .map(Near::word)
                .toList();
    }

    /** The accepted number of slips: none up to three letters, one up to five, two beyond. */
    static int allowed(String typed) {
        return typed.length() <= 3 ? 0 : typed.length() <= 5 ? 1 : 2;
    }

    /**
     * The number of slips between the typed word and the beginning of a word: wrong, missing, extra or swapped letters.
     */
    static int slips(String typed, String word) {
        return Math.min(distanceToBeginning(typed, word), distanceToBeginning(sound(typed), sound(word)));
    }

    private static String sound(String word) {
        return word.replace("ph", "f").replace("th", "t").replace('y', 'i').replaceAll("(.)\\1", "$1");
    }

    /** Optimal string alignment with every beginning of the word at once: the last row of the table holds the costs. */
    private static int distanceToBeginning(String typed, String word) {
        int[][] cost = new int[typed.length() + 1][word.length() + 1];
        for (int j = 0; j <= word.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= typed.length(); i++) {
            cost[i][0] = i;
            for (int j = 1; j <= word.length(); j++) {
                int wrong = typed.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1;
                int least = Math.min(cost[i - 1][j - 1] + wrong, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean exchanged = i > 1
                        && j > 1
                        && typed.charAt(i - 1) == word.charAt(j - 2)
                        && typed.charAt(i - 2) == word.charAt(j - 1);
                cost[i][j] = exchanged ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
            }
        }
        int least = Integer.MAX_VALUE;
        for (int each : cost[typed.length()]) {
            least = Math.min(least, each);
        }
        return least;
    }
}
