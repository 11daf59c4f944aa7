package org.convergence.plan.realisation.domain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.platform.text.Fold;

/**
 * Which lines of the plans something serves, by the words of its title and by what served before under like titles. A
 * rare word says more than a common one, and what a line says itself more than what its means or its objective says. At
 * most four are proposed, and only those near the best. Of these one is taken unless someone says otherwise, or two, and
 * only where they stand clear of the rest: what counts for four lines because a means is called « Ateliers » would make
 * four figures wrong.
 */
final class ServedPolicy {

    private static final double ENOUGH = 0.2;
    private static final double SURE = 0.3;
    private static final double CLEARLY = 1.25;
    private static final int MOST_TAKEN = 2;
    private static final int MOST = 4;
    private static final int STEM = 6;

    /** Words that say nothing of what was done. */
    private static final Set<String> EMPTY_WORDS = Set.of(
            "avec", "aux", "ces", "cette", "chez", "comme", "dans", "des", "donc", "elle", "elles", "entre", "est",
            "faire", "ils", "les", "leur", "leurs", "lors", "mais", "meme", "nos", "notre", "nous", "par", "pas",
            "plus", "pour", "que", "qui", "sans", "ses", "son", "sont", "sous", "sur", "tous", "tout", "toute",
            "toutes", "une", "vers", "vos", "votre", "and", "for", "from", "our", "the", "their", "with");

    private ServedPolicy() {}

    /**
     * The lines that it may serve, the likeliest first.
     *
     * @param before how often each line was served under like titles, each from 0 to 1
     */
    static List<Proposal> propose(String title, List<PlanLine> lines, Map<ActionId, Double> before) {
        Set<String> wanted = stems(title);
        List<PlanLine> open = lines.stream().filter(line -> !line.dropped()).toList();
        Map<PlanLine, Map<String, Double>> told = new HashMap<>();
        Map<String, Integer> spread = new HashMap<>();
        for (PlanLine line : open) {
            Map<String, Double> words = words(line);
            told.put(line, words);
            words.keySet().forEach(word -> spread.merge(word, 1, Integer::sum));
        }
        double whole = wanted.stream()
                .mapToDouble(word -> weight(word, spread, open.size()))
                .sum();
        List<Scored> all = open.stream()
                .map(line -> {
                    double words = whole == 0
                            ? 0
                            : shared(wanted, told.getOrDefault(line, Map.of()), spread, open.size()) / whole;
                    double score = Math.min(1, words * 0.75 + before.getOrDefault(line.id(), 0.0) * 0.7);
                    return new Scored(line, score);
                })
                .filter(each -> each.score >= ENOUGH)
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
        int taken = taken(all);
        return IntStream.range(0, Math.min(MOST, all.size()))
                .filter(i -> all.get(i).score >= all.get(0).score * 0.5)
                .mapToObj(i -> new Proposal(all.get(i).line, all.get(i).score, i < taken))
                .toList();
    }

    private record Scored(PlanLine line, double score) {}

    /** How many of the likeliest stand clear of the rest. */
    private static int taken(List<Scored> all) {
        for (int some = 1; some <= Math.min(MOST_TAKEN, all.size()); some++) {
            double last = all.get(some - 1).score;
            if (last >= SURE && (some == all.size() || last >= all.get(some).score * CLEARLY)) {
                return some;
            }
        }
        return 0;
    }

    private static double shared(Set<String> wanted, Map<String, Double> told, Map<String, Integer> spread, int lines) {
        return wanted.stream()
                .mapToDouble(word -> told.getOrDefault(word, 0.0) * weight(word, spread, lines))
                .sum();
    }

    /** A word of the title that no line has cannot speak for any; it takes only a little from all. */
    private static double weight(String word, Map<String, Integer> spread, int lines) {
        Integer among = spread.get(word);
        return among == null ? 0.4 : Math.log(1 + (double) lines / among);
    }

    private static Map<String, Double> words(PlanLine line) {
        Map<String, Double> words = new HashMap<>();
        stems(line.objectiveTitle()).forEach(word -> words.put(word, 0.3));
        stems(line.meansTitle()).forEach(word -> words.put(word, 0.6));
        Set<String> own = stems(line.text());
        own.addAll(stems(line.title()));
        own.forEach(word -> words.merge(word, 0.9, (above, itself) -> Math.min(1, itself + above / 6)));
        return words;
    }

    /** The beginnings of the words that say something: « atelier » and « ateliers » are the same. */
    static Set<String> stems(String text) {
        return Arrays.stream(Fold.of(text).split(" "))
                .filter(word -> word.length() >= 3 && !EMPTY_WORDS.contains(word))
                .map(word -> word.length() > 4 ? word.replaceAll("(x|s)$", "") : word)
                .map(word -> word.length() > STEM ? word.substring(0, STEM) : word)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
