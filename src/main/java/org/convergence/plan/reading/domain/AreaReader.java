package org.convergence.plan.reading.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.reading.domain.outline.TextAnalysis;

/**
 * Proposes the area of a means by counting words of the field: those of its own title weigh most, those of its
 * objective less, those of its actions least. Without any such word it is outreach, the widest area.
 */
final class AreaReader {

    private static final double TITLE = 6;
    private static final double OBJECTIVE = 2.5;
    private static final double BODY = 2;

    /** The area proposed for a means with this title, under an objective, over actions. */
    Area read(String objective, String title, String body) {
        Map<Area, Double> scores = new EnumMap<>(Area.class);
        count(title, TITLE, scores);
        count(objective, OBJECTIVE, scores);
        count(body, BODY, scores);
        Area best = Area.OUTREACH;
        for (Map.Entry<Area, Double> entry : scores.entrySet()) {
            if (entry.getValue() > scores.getOrDefault(best, 0.0)) {
                best = entry.getKey();
            }
        }
        return best;
    }

    /** Adds the weight of a text to each area whose words it contains, each word once. */
    private static void count(String text, double weight, Map<Area, Double> scores) {
        String flat = " " + TextAnalysis.foldInPlace(text);
        Map<Area, Integer> hits = new EnumMap<>(Area.class);
        int all = 0;
        for (Map.Entry<Area, List<String>> entry : AreaWords.ALL.entrySet()) {
            for (String word : entry.getValue()) {
                if (beginsAWord(flat, word)) {
                    hits.merge(entry.getKey(), 1, Integer::sum);
                    all++;
                }
            }
        }
        for (Map.Entry<Area, Integer> entry : hits.entrySet()) {
            scores.merge(entry.getKey(), weight * entry.getValue() / all, Double::sum);
        }
    }

    private static boolean beginsAWord(String flat, String word) {
        int at = flat.indexOf(word);
        while (at >= 0) {
            if (at == 0 || !Character.isLetterOrDigit(flat.charAt(at - 1))) {
                return true;
            }
            at = flat.indexOf(word, at + 1);
        }
        return false;
    }
}
