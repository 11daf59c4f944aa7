package org.convergence.plan.reading.domain.outline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convergence.plan.reading.domain.text.ManuscriptLine;

/**
 * Decides whether a hyphen at the end of a line is kept: yes where the file spells the word with it elsewhere, where a
 * capital or a digit follows, and in a few common compounds; else the two halves are one word.
 */
final class HyphenPolicy {

    /** The decision, and how certain it is. */
    enum HyphenDecision {
        KEEP_AS_ELSEWHERE,
        KEEP,
        JOIN_AS_ELSEWHERE,
        JOIN
    }

    private static final Set<String> COMPOUNDS = Set.of(
            "c'est-a-dire",
            "peut-etre",
            "vis-a-vis",
            "rendez-vous",
            "porte-parole",
            "proces-verbal",
            "proces-verbaux",
            "compte-rendu",
            "celui-ci",
            "celle-ci",
            "ceux-ci",
            "celles-ci",
            "eux-memes",
            "elles-memes",
            "elle-meme",
            "lui-meme",
            "nous-memes",
            "vous-memes",
            "soi-meme",
            "ci-dessous",
            "ci-dessus",
            "ci-joint",
            "au-dela",
            "mi-parcours",
            "sous-comite",
            "sous-comites",
            "non-violence",
            "vice-presidence",
            "avant-midi",
            "apres-midi",
            "long-terme",
            "court-terme",
            "grass-roots",
            "follow-up",
            "well-being");

    /** Maximum length of half a word. */
    private static final int LONGEST = 40;

    private final Map<String, Integer> words = new HashMap<>();

    HyphenPolicy(List<ManuscriptLine> lines) {
        boolean cutBefore = false;
        for (ManuscriptLine line : lines) {
            cutBefore = count(line.text(), cutBefore);
        }
    }

    /** Counts the words of a line, except the halves at its cut ends. */
    private boolean count(String text, boolean skipFirst) {
        boolean cut = endsCut(text);
        boolean skip = skipFirst;
        int i = 0;
        while (i < text.length()) {
            int from = i;
            while (i < text.length() && inWord(text, i)) {
                i++;
            }
            if (i == from) {
                i++;
            } else {
                boolean lastHalf = cut && i >= text.length();
                if (!skip && !lastHalf) {
                    words.merge(TextAnalysis.fold(text.substring(from, i)), 1, Integer::sum);
                }
                skip = false;
            }
        }
        return cut;
    }

    private static boolean inWord(CharSequence text, int i) {
        char c = text.charAt(i);
        return Character.isLetterOrDigit(c) || isHyphen(c);
    }

    static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }

    /** Whether the line may end in the middle of a word. */
    static boolean endsCut(CharSequence text) {
        int last = text.length() - 1;
        return last > 0 && isHyphen(text.charAt(last)) && Character.isLetterOrDigit(text.charAt(last - 1));
    }

    /** The decision between a line that ends with a hyphen and the next one. */
    HyphenDecision decide(CharSequence left, String right) {
        String start = lastPart(left);
        String end = firstPart(right);
        String hyphenated = TextAnalysis.fold(start + "-" + end);
        String joined = TextAnalysis.fold(start + end);
        if (words.containsKey(hyphenated)) {
            return HyphenDecision.KEEP_AS_ELSEWHERE;
        }
        char before = start.isEmpty() ? ' ' : start.charAt(start.length() - 1);
        char after = end.isEmpty() ? ' ' : end.charAt(0);
        boolean capital = Character.isUpperCase(after) && !Character.isUpperCase(before);
        String withElision = TextAnalysis.fold(tail(left, 12) + "-" + end);
        boolean compound = COMPOUNDS.contains(hyphenated) || withElision.endsWith("c'est-a-dire");
        if (capital || Character.isDigit(before) || Character.isDigit(after) || compound) {
            return HyphenDecision.KEEP;
        }
        return words.containsKey(joined) ? HyphenDecision.JOIN_AS_ELSEWHERE : HyphenDecision.JOIN;
    }

    private static String tail(CharSequence left, int most) {
        int end = left.length() - 1;
        return left.subSequence(Math.max(0, end - most), end).toString();
    }

    /** The half word before the hyphen that ends the text. */
    static String lastPart(CharSequence left) {
        int end = left.length() - 1;
        int from = end;
        while (from > 0 && end - from < LONGEST && inWord(left, from - 1)) {
            from--;
        }
        return left.subSequence(from, end).toString();
    }

    /** The half word that begins the text. */
    static String firstPart(String right) {
        int end = 0;
        while (end < Math.min(LONGEST, right.length()) && inWord(right, end)) {
            end++;
        }
        return right.substring(0, end);
    }
}
