package org.convergence.platform.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Texts indexed by their trigrams: finding those that resemble another text does not compare it with each. */
public final class TrigramIndex {

    private final List<TrigramSimilarity> texts;
    private final Map<String, List<Integer>> positions = new HashMap<>();

    public TrigramIndex(List<String> texts) {
        this.texts = texts.stream().map(TrigramSimilarity::of).toList();
        for (int i = 0; i < texts.size(); i++) {
            for (String trigram : this.texts.get(i).trigrams()) {
                positions.computeIfAbsent(trigram, none -> new ArrayList<>()).add(i);
            }
        }
    }

    /**
     * A text like the one looked for.
     *
     * @param position in the list that was indexed
     * @param similarity from 0 to 1, as {@link TrigramSimilarity} computes it
     */
    public record SimilarText(int position, double similarity) {}

    /** The most similar texts, the closest first and the earlier first among equals. */
    public List<SimilarText> find(String text, double atLeast, int limit) {
        TrigramSimilarity wanted = TrigramSimilarity.of(text);
        int[] shared = new int[texts.size()];
        for (String trigram : wanted.trigrams()) {
            positions.getOrDefault(trigram, List.of()).forEach(position -> shared[position]++);
        }
        return IntStream.range(0, shared.length)
                .filter(position -> shared[position] > 0)
                .mapToObj(position ->
                        new SimilarText(position, wanted.similarityTo(texts.get(position), shared[position])))
                .filter(found -> found.similarity() >= atLeast)
                .sorted(Comparator.comparingDouble(SimilarText::similarity).reversed())
                .limit(limit)
                .toList();
    }
}
