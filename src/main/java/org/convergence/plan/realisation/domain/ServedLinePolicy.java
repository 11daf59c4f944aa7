package org.convergence.plan.realisation.domain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.platform.text.TextNormalizer;
import org.springframework.stereotype.Component;

/**
 * Chooses the plan lines that a realisation serves, by the words of its title and by earlier similar titles. A rare
 * word weighs more than a common one, and the line's own text more than that of its means or objective. At most four
 * lines are proposed, and only those near the best. One or two are selected by default, and only if clearly ahead of
 * the rest: counting for four lines because a means is called « Ateliers » would make four figures wrong.
 */
public final class ServedLinePolicy {

    private static final double ENOUGH = 0.2;
    private static final double SURE = 0.3;
    private static final double CLEARLY = 1.25;
    private static final int MOST_TAKEN = 2;
    private static final int MOST = 4;
    private static final int STEM = 6;

    /** Words without information about a realisation. */
    private static final Set<String> EMPTY_WORDS = Set.of(
            "avec", "aux", "ces", "cette", "chez", "comme", "dans", "des", "donc", "elle", "elles", "entre", "est",
            "faire", "ils", "les", "leur", "leurs", "lors", "mais", "meme", "nos", "notre", "nous", "par", "pas",
            "plus", "pour", "que", "qui", "sans", "ses", "son", "sont", "sous", "sur", "tous", "tout", "toute",
            "toutes", "une", "vers", "vos", "votre", "and", "for", "from", "our", "the", "their", "with");

    /** Folded words, and the other words of the same thing. */
    private static final Map<Pattern, String> SYNONYMS = Map.of(
            Pattern.compile("\\b(infolettre|newsletter)s?\\b"), "$1 bulletin electronique",
            Pattern.compile("\\bca\\b"), "conseil administration",
            Pattern.compile("\\baga\\b"), "assemblee generale annuelle");

    /** The words of a line, with the weight of each, from 0 to 1. */
    private record WeightedLine(PlanLine line, Map<String, Double> words) {}

    private final List<PlanLine> lines;
    private final List<WeightedLine> told;
    private final Map<String, Integer> spread = new HashMap<>();

    private ServedLinePolicy(List<PlanLine> lines) {
        Map<String, Set<String>> read = new HashMap<>();
        this.lines = List.copyOf(lines);
        this.told = lines.stream()
                .filter(line -> !line.dropped())
                .map(line -> new WeightedLine(line, words(line, read)))
                .toList();
        told.forEach(each -> each.words.keySet().forEach(word -> spread.merge(word, 1, Integer::sum)));
    }

    /**
     * Caches the policy for the current plan lines; it is rebuilt when one of their words changes. Only the last set of
     * lines is kept.
     */
    @Component
    static class ServedPolicyCache {

        private volatile ServedLinePolicy last = ServedLinePolicy.among(List.of());

        /** The policy for these lines. */
        ServedLinePolicy policy(List<PlanLine> lines) {
            ServedLinePolicy known = last;
            if (!known.isAmong(lines)) {
                known = ServedLinePolicy.among(lines);
                last = known;
            }
            return known;
        }
    }

    /**
     * A line of a plan that a realisation may serve.
     *
     * @param score from 0 to 1
     * @param sure whether the score is high enough to select the line by default
     */
    public record ServedLineProposal(PlanLine line, double score, boolean sure) {}

    /** The policy for these lines, whose words are read once for all titles. */
    static ServedLinePolicy among(List<PlanLine> lines) {
        return new ServedLinePolicy(lines);
    }

    /** Whether it was built for exactly these lines. */
    boolean isAmong(List<PlanLine> others) {
        return lines.equals(others);
    }

    /**
     * The lines that a realisation of this title may serve, the likeliest first.
     *
     * @param before the frequency of each line under similar titles, from 0 to 1
     */
    List<ServedLineProposal> propose(String title, Map<ActionId, Double> before) {
        Set<String> wanted = stems(title);
        double whole = wanted.stream().mapToDouble(this::weight).sum();
        List<ScoredLine> all = told.stream()
                .map(each -> {
                    double words = whole == 0 ? 0 : shared(wanted, each.words) / whole;
                    double score = Math.min(1, words * 0.75 + before.getOrDefault(each.line.id(), 0.0) * 0.7);
                    return new ScoredLine(each.line, score);
                })
                .filter(each -> each.score >= ENOUGH)
                .sorted(Comparator.comparingDouble(ScoredLine::score).reversed())
                .toList();
        int taken = taken(all);
        return IntStream.range(0, Math.min(MOST, all.size()))
                .filter(i -> all.get(i).score >= all.get(0).score * 0.5)
                .mapToObj(i -> new ServedLineProposal(all.get(i).line, all.get(i).score, i < taken))
                .toList();
    }

    private record ScoredLine(PlanLine line, double score) {}

    /** How many of the likeliest are clearly ahead of the rest. */
    private static int taken(List<ScoredLine> all) {
        for (int some = 1; some <= Math.min(MOST_TAKEN, all.size()); some++) {
            double last = all.get(some - 1).score;
            if (last >= SURE && (some == all.size() || last >= all.get(some).score * CLEARLY)) {
                return some;
            }
        }
        return 0;
    }

    private double shared(Set<String> wanted, Map<String, Double> words) {
        return wanted.stream()
                .mapToDouble(word -> words.getOrDefault(word, 0.0) * weight(word))
                .sum();
    }

    /** A word found in no line cannot favour any; it only lowers all scores a little. */
    private double weight(String word) {
        Integer among = spread.get(word);
        return among == null ? 0.4 : Math.log(1 + (double) told.size() / among);
    }

    /** @param read the stems of texts already read: many lines share one means */
    private static Map<String, Double> words(PlanLine line, Map<String, Set<String>> read) {
        Map<String, Double> words = new HashMap<>();
        read.computeIfAbsent(line.objectiveTitle(), ServedLinePolicy::stems).forEach(word -> words.put(word, 0.3));
        read.computeIfAbsent(line.meansTitle(), ServedLinePolicy::stems).forEach(word -> words.put(word, 0.6));
        Set<String> own = stems(line.text());
        own.addAll(stems(line.title()));
        own.forEach(word -> words.merge(word, 0.9, (above, itself) -> Math.min(1, itself + above / 6)));
        return words;
    }

    /** The beginnings of the significant words: « atelier » and « ateliers » are the same. */
    static Set<String> stems(String text) {
        String folded = TextNormalizer.fold(text);
        for (Map.Entry<Pattern, String> each : SYNONYMS.entrySet()) {
            folded = each.getKey().matcher(folded).replaceAll(each.getValue());
        }
        return Arrays.stream(folded.split(" "))
                .filter(word -> word.length() >= 3 && !EMPTY_WORDS.contains(word))
                .map(word -> word.length() > 4 && (word.endsWith("x") || word.endsWith("s"))
                        ? word.substring(0, word.length() - 1)
                        : word)
                .map(word -> word.length() > STEM ? word.substring(0, STEM) : word)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
