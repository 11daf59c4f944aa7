package org.convergence.platform.redaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Texts derived from a normalized text, with the same positions in the source; only those that differ from it. */
final class DerivedText {

    private static final Set<String> CLOSED_ENDINGS = Set.of("""
            e s es ne nes le les fe fes ve ves re res ere eres euse euses rice rices trice trices
            """.strip().split("\\s+"));

    /** The characters that spell a word letter by letter: "M a r i e", "M-a-r-i-e". */
    private static final String SPACERS = " \t\n.-_'+\u00b7";

    /** Accents as characters of their own, as texts copied from PDF files have them. */
    private static final String ACCENTS = "\u00a8\u00b4\u02c6\u02dc\u00b8";

    private static final Pattern SIGNS =
            Pattern.compile("[\"^~](?=\\p{L})(?<=\\p{L}\\\\?.)|\\\\['^~](?=\\p{L})|[" + ACCENTS + "](?=\\p{L})");

    private static final int FEWEST_SPACED = 3;
    private static final int WIDEST_GAP = 8;

    private DerivedText() {}

    /**
     * Readings in which a name is a mention: without points and hyphens within words, as in inclusive forms ({@link
     * org.convergence.platform.text.TextNormalizer}), and with a blank before each capital within a word, as in
     * names of files; without accents written as signs, as in TeX; and with words cut by a hyphen at the end of a line in one.
     */
    static List<NormalizedText> joined(NormalizedText text) {
        List<NormalizedText> all = new ArrayList<>();
        if (IntStream.range(1, text.length() - 1).anyMatch(i -> isInnerMark(text, i))) {
            all.add(copy(text, i -> i > 0 && isInnerMark(text, i), i -> false));
        }
        if (IntStream.range(1, text.length()).anyMatch(i -> isInnerCapital(text, i))) {
            all.add(copy(text, i -> false, i -> i > 0 && isInnerCapital(text, i)));
        }
        if (SIGNS.matcher(text.source()).find()) {
            all.add(copy(text, i -> isSign(text, i), i -> false));
        }
        NormalizedText uncut = uncut(text);
        if (uncut != null) {
            all.add(uncut);
        }
        return all;
    }

    /**
     * Words cut by a hyphen at the end of a line read as one. Before a capital the hyphen may belong to a compound name
     * and is left.
     *
     * @return {@code null} if there are none
     */
    private static @Nullable NormalizedText uncut(NormalizedText text) {
        NormalizedText read = null;
        int at = 0;
        for (int i = 1; i + 1 < text.length(); i++) {
            int next = text.at(i) == '-' ? afterLineEnd(text, i + 1) : -1;
            if (next > 0 && text.isWord(i - 1) && (!text.isCapital(next) || text.isCapital(i - 1))) {
                if (read == null) {
                    read = new NormalizedText(text.source());
                }
                for (; at < i; at++) {
                    copy(text, at, text.at(at), read);
                }
                at = next;
                i = next;
            }
        }
        for (; read != null && at < text.length(); at++) {
            copy(text, at, text.at(at), read);
        }
        return read;
    }

    /** The letter after blanks with a line end; -1 if there is none. */
    private static int afterLineEnd(NormalizedText text, int start) {
        boolean line = false;
        int at = start;
        while (at < text.length() && at - start <= WIDEST_GAP && " \t\n".indexOf(text.at(at)) >= 0) {
            line |= text.at(at) == '\n';
            at++;
        }
        return line && text.isWord(at) ? at : -1;
    }

    /** Letters of other scripts read as the Latin letters that look alike; the text itself if it has none. */
    static NormalizedText latin(NormalizedText text) {
        if (!text.isForeign()) {
            return text;
        }
        var latin = new NormalizedText(text.source());
        for (int i = 0; i < text.length(); i++) {
            copy(text, i, LookalikeLetter.latin(text.at(i), text.isCapital(i)), latin);
        }
        return latin;
    }

    /**
     * Words spelled letter by letter read as words, which end at a wider gap or before a capital.
     *
     * @param known tells a name from a name with a one-letter word beside it
     * @return {@code null} if nothing is spelled letter by letter
     */
    static @Nullable NormalizedText unspaced(NormalizedText text, Predicate<String> known) {
        List<int[]> runs = spacedRuns(text);
        if (runs.isEmpty()) {
            return null;
        }
        var read = new NormalizedText(text.source());
        int at = 0;
        for (int[] run : runs) {
            for (; at < run[0]; at++) {
                copy(text, at, text.at(at), read);
            }
            Set<Integer> starts = wordStarts(text, run, known);
            for (int before = at; at <= run[1]; at = nextLetter(text, at)) {
                if (starts.contains(at) && at > run[0]) {
                    boolean line = text.between(before, at).indexOf('\n') >= 0;
                    read.add(line ? '\n' : ' ', text.from(at), text.from(at), false);
                }
                copy(text, at, text.at(at), read);
                before = at;
            }
            at = run[1] + 1;
        }
        for (; at < text.length(); at++) {
            copy(text, at, text.at(at), read);
        }
        return read;
    }

    /** Where the words of a run begin. */
    private static Set<Integer> wordStarts(NormalizedText text, int[] run, Predicate<String> known) {
        int narrow = Integer.MAX_VALUE;
        var letters = new StringBuilder();
        for (int at = run[0]; at <= run[1]; at = nextLetter(text, at)) {
            letters.append(text.at(at));
            int gap = nextLetter(text, at) - at;
            narrow = gap == 1 || gap > narrow || at == run[1] ? narrow : gap;
        }
        Set<Integer> starts = new HashSet<>();
        if (known.test(letters.toString())) {
            return starts;
        }
        List<Integer> word = new ArrayList<>();
        for (int at = run[0]; at <= run[1]; at = nextLetter(text, at)) {
            int previous = word.isEmpty() ? at : word.get(word.size() - 1);
            if (at - previous > narrow || (text.isCapital(at) && !text.isCapital(previous))) {
                addStarts(text, word, known, starts);
                word.clear();
            }
            word.add(at);
        }
        addStarts(text, word, known, starts);
        return starts;
    }

    private static void addStarts(
            NormalizedText text, List<Integer> word, Predicate<String> known, Set<Integer> starts) {
        int size = word.size();
        var letters = new StringBuilder();
        word.forEach(each -> letters.append(text.at(each)));
        starts.add(word.get(0));
        if (size > 2 && !known.test(letters.toString())) {
            if (known.test(letters.substring(1))) {
                starts.add(word.get(1));
            } else if (known.test(letters.substring(0, size - 1))) {
                starts.add(word.get(size - 1));
            }
        }
    }

    /** The first and last letter of each run of single letters. */
    private static List<int[]> spacedRuns(NormalizedText text) {
        List<int[]> runs = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (!isSingle(text, at)) {
                at++;
                continue;
            }
            int first = at;
            int last = end(text, at) - 1;
            int letters = 1;
            for (int next = nextSingle(text, last); next > 0; next = nextSingle(text, last)) {
                last = end(text, next) - 1;
                letters++;
            }
            if (letters >= FEWEST_SPACED) {
                runs.add(new int[] {first, last});
            }
            at = last + 1;
        }
        return runs;
    }

    private static boolean isSingle(NormalizedText text, int unit) {
        return Character.isLetter(text.at(unit)) && !text.isWord(unit - 1) && !text.isWord(end(text, unit));
    }

    /** The end of the letters that one character of the source is read as, such as æ. */
    private static int end(NormalizedText text, int unit) {
        int end = unit + 1;
        while (end < text.length() && text.from(end) == text.from(unit)) {
            end++;
        }
        return end;
    }

    /** The next letter of a run, or -1 at its end. */
    private static int nextSingle(NormalizedText text, int unit) {
        int next = unit + 1;
        while (next < text.length() && next - unit <= WIDEST_GAP && SPACERS.indexOf(text.at(next)) >= 0) {
            next++;
        }
        return next < text.length() && next > unit + 1 && isSingle(text, next) ? next : -1;
    }

    private static int nextLetter(NormalizedText text, int unit) {
        int next = unit + 1;
        while (next < text.length() && !text.isWord(next)) {
            next++;
        }
        return next;
    }

    private static void copy(NormalizedText text, int unit, char letter, NormalizedText to) {
        to.add(letter, text.from(unit), text.to(unit), text.isCapital(unit));
    }

    private static boolean isInnerMark(NormalizedText text, int unit) {
        char each = text.at(unit);
        return (each == '.' || each == '\u00b7' || each == '-')
                && text.isWord(unit - 1)
                && text.isWord(unit + 1)
                && (each != '-' || endsWord(text, unit + 1));
    }

    private static boolean endsWord(NormalizedText text, int start) {
        int end = start;
        while (end < text.length() && end - start <= 6 && Character.isLetter(text.at(end))) {
            end++;
        }
        return CLOSED_ENDINGS.contains(text.between(start, end));
    }

    /** Whether an accent or an apostrophe of its own is beside a letter. */
    private static boolean isSign(NormalizedText text, int unit) {
        char sign = text.source().charAt(text.from(unit));
        boolean before = text.isWord(unit - 1);
        boolean after = text.isWord(unit + 1);
        return (ACCENTS.indexOf(sign) >= 0 && after)
                || (sign == '\'' && (before || after))
                || ("\"^~{}".indexOf(sign) >= 0 && before && after);
    }

    private static boolean isInnerCapital(NormalizedText text, int unit) {
        return text.isCapital(unit)
                && Character.isLetter(text.at(unit - 1))
                && !text.isCapital(unit - 1)
                && text.from(unit) >= text.to(unit - 1);
    }

    /** The text without some characters, and with a blank before others. */
    private static NormalizedText copy(NormalizedText text, IntPredicate left, IntPredicate cut) {
        var copy = new NormalizedText(text.source());
        for (int i = 0; i < text.length(); i++) {
            if (cut.test(i)) {
                copy.add(' ', text.from(i), text.from(i), false);
            }
            if (!left.test(i)) {
                copy(text, i, text.at(i), copy);
            }
        }
        return copy;
    }
}
