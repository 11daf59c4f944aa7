package org.convergence.platform.redaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names whose accented letters a wrong encoding has damaged: "Zo?line", "ZoŽline", "Zo\ufffdline". Such a name is
 * never certain.
 */
final class GarbledLetters {

    /** What stands in place of a letter that is not of ASCII. */
    private static final String DAMAGED =
            "(?:[^\\x00-\\x7f]{1,4}|\\?{1,2}|\\{\\\\\\W[a-z]\\}|_x00[0-9A-Fa-f]{2}_|U\\+00[0-9A-Fa-f]{2})";

    private static final int FEWEST_LETTERS = 2;
    private static final int FEWEST_LETTERS_ALONE = 3;

    private final List<String> words = new ArrayList<>();

    /** The parts of each word without such a letter, in small letters: few texts hold all of one. */
    private final List<List<String>> fragments = new ArrayList<>();

    private final Pattern pattern;

    /** The words of these names that have letters beyond ASCII. */
    GarbledLetters(Collection<String> names) {
        List<String> patterns = new ArrayList<>();
        for (String name : names) {
            for (String word : name.split("[^\\p{L}\\p{M}]+", -1)) {
                long plain = word.chars().filter(each -> each < 0x80).count();
                if (plain >= FEWEST_LETTERS && plain < word.length() && !words.contains(word)) {
                    words.add(word);
                    fragments.add(List.of(word.toLowerCase(Locale.ROOT).split("[^\\x00-\\x7f]+", -1)));
                    patterns.add(word.replaceAll("[^\\x00-\\x7f]+", Matcher.quoteReplacement(DAMAGED)));
                }
            }
        }
        pattern = Pattern.compile(
                "(?<![A-Za-z])(?:(" + String.join(")|(", patterns) + "))(?![A-Za-z])", Pattern.CASE_INSENSITIVE);
    }

    /**
     * The text with these words mended.
     *
     * @return {@code null} if none is damaged
     */
    @Nullable
    NormalizedText mend(NormalizedText text) {
        String plainText = words.isEmpty() ? "" : text.toString();
        if (fragments.stream().noneMatch(parts -> parts.stream().allMatch(plainText::contains))) {
            return null;
        }
        Matcher found = pattern.matcher(text.source());
        NormalizedText mended = null;
        int unit = 0;
        while (found.find()) {
            String word = word(found);
            if (isAsItIs(found.group(), word)) {
                continue;
            }
            if (mended == null) {
                mended = new NormalizedText(text.source());
            }
            unit = copy(text, unit, found.start(), mended);
            String plain = NormalizedText.ofLiteral(word).toString();
            boolean capital = Character.isUpperCase(word.codePointAt(0));
            for (int i = 0; i < plain.length(); i++) {
                mended.add(plain.charAt(i), found.start(), found.end(), capital && i == 0);
            }
            while (unit < text.length() && text.from(unit) < found.end()) {
                unit++;
            }
        }
        if (mended != null) {
            copy(text, unit, Integer.MAX_VALUE, mended);
        }
        return mended;
    }

    /** Whether a finding in the mended text holds a damaged name that says enough. */
    boolean isIn(NameSpan span, String source) {
        String said = source.substring(span.from(), span.to());
        Matcher found = pattern.matcher(said);
        while (found.find()) {
            long plain = found.group()
                    .chars()
                    .filter(Character::isLetter)
                    .filter(each -> each < 0x80)
                    .count();
            boolean alone = span.doubt() == Mention.MentionKind.PART || span.doubt() == Mention.MentionKind.FIELD;
            if (!isAsItIs(found.group(), word(found)) && (!alone || plain >= FEWEST_LETTERS_ALONE)) {
                return true;
            }
        }
        return false;
    }

    private String word(Matcher found) {
        int group = 1;
        while (found.group(group) == null) {
            group++;
        }
        return words.get(group - 1);
    }

    private static boolean isAsItIs(String said, String word) {
        return NormalizedText.ofMarkup(said)
                .toString()
                .equals(NormalizedText.ofMarkup(word).toString());
    }

    private static int copy(NormalizedText text, int from, int end, NormalizedText to) {
        int unit = from;
        while (unit < text.length() && text.from(unit) < end) {
            to.add(text.at(unit), text.from(unit), text.to(unit), text.isCapital(unit));
            unit++;
        }
        return unit;
    }
}
