package org.convergence.platform.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The characters between two words of a name, or between all of them.
 *
 * @param next the following word, or the last one
 * @param comma whether there is a comma, a semicolon or another cell
 * @param line whether there is a line end
 * @param point whether there is a point, which may end a sentence or join two words
 * @param blank whether there are blanks
 * @param enumerated whether there is a comma as in running text
 */
record WordGap(int next, boolean comma, boolean line, boolean point, boolean blank, boolean enumerated) {

    /**
     * Separates two cells of a line, or two fields of a record, of which one holds the given name and the other the
     * family name; also within JSON in a text.
     */
    static final Pattern CELLS =
            Pattern.compile("\\\\*\"?\\s*[,;|\\t]\\s*(?:\\\\*\"[\\w.-]{1,40}\\\\*\"\\s*:\\s*)?\\\\*\"?");

    private static final int LONGEST = 60;
    private static final int LONGEST_CELLS = 160;
    private static final int MOST_MARKS = 3;
    private static final int MOST_WORDS_OF_A_KEY = 14;

    /** No characters before a word. */
    static WordGap before(int word) {
        return new WordGap(word, false, false, false, false, false);
    }

    WordGap followedBy(WordGap gap) {
        return new WordGap(
                gap.next,
                comma || gap.comma,
                line || gap.line,
                point || gap.point,
                blank || gap.blank,
                enumerated || gap.enumerated);
    }

    /** The gap after a word, if the next word may belong to the same name; {@code null} if it may not. */
    static @Nullable WordGap after(int word, WordList words, NormalizedText text) {
        if (word + 1 >= words.size()) {
            return null;
        }
        WordGap plain = inText(word, words, text);
        return plain == null ? cells(word, words, text) : plain;
    }

    static @Nullable WordGap inText(int word, WordList words, NormalizedText text) {
        int length = words.gapLength(word);
        if (length > LONGEST) {
            return null;
        }
        boolean comma = false;
        boolean line = false;
        boolean point = false;
        boolean blank = false;
        int marks = 0;
        for (int i = words.end(word); i < words.start(word + 1); i++) {
            char each = text.at(i);
            if (each == ' ' || each == '\n' || each == '\t') {
                blank = true;
                line |= each == '\n';
            } else if (",.'+_-\u00b7".indexOf(each) >= 0) {
                marks++;
                comma |= each == ',';
                point |= each == '.' && words.length(word) > 1;
            } else {
                return null;
            }
        }
        return marks > MOST_MARKS ? null : new WordGap(word + 1, comma, line, point, blank, comma && blank);
    }

    private static @Nullable WordGap cells(int word, WordList words, NormalizedText text) {
        String source = text.source();
        int from = text.to(words.end(word) - 1);
        Matcher matcher = CELLS.matcher(source).region(from, Math.min(source.length(), from + LONGEST_CELLS));
        if (!matcher.lookingAt()) {
            return null;
        }
        for (int next = word + 1; next < Math.min(words.size(), word + MOST_WORDS_OF_A_KEY); next++) {
            if (text.from(words.start(next)) == matcher.end()) {
                String gap = source.substring(from, matcher.end());
                boolean line = gap.indexOf('\n') >= 0 && gap.indexOf('"') < 0;
                return new WordGap(next, true, line, false, true, false);
            }
        }
        return null;
    }
}
