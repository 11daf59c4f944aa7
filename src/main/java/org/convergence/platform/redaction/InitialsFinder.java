package org.convergence.platform.redaction;

import java.util.regex.Pattern;
import org.convergence.platform.redaction.Mention.MentionKind;

/** Finds a person's initials: with points, as capitals alone, or those of the family name behind a title. */
record InitialsFinder(
        NameFinder finder,
        NameWords names,
        NormalizedText text,
        WordList words,
        NeighbouringWords neighbours,
        NameFields fields) {

    private static final int MOST = 6;
    private static final String OF_CODES = "+/=";

    /** The typist's mark behind the initials of who signs, as in "MT/lr". */
    private static final Pattern TYPIST = Pattern.compile("/[a-z]{1,3}(?![\\p{L}\\p{N}])");

    void find() {
        for (int i = 0; i < words.size(); i++) {
            if (isInitial(i)) {
                i = withPoints(i);
            } else if (words.isCapital(i) && isCapitals(i)) {
                finder.add(i, i, MentionKind.INITIALS);
            }
        }
    }

    /** The last of the initials with points that begin at a word. */
    private int withPoints(int first) {
        var letters = new StringBuilder(words.word(first));
        int last = first;
        while (last - first < MOST
                && last + 1 < words.size()
                && (isInitial(last + 1) || isParticle(last + 1))
                && words.gap(last).matches("\\.[ -]?|-")) {
            letters.append(words.word(++last));
        }
        boolean titled = neighbours.isTitleBefore(first) && names.joined().areFamilyInitials(letters.toString());
        if (text.hasLetterAt(words.end(last), '.')
                && (titled || (last > first && names.joined().areInitials(letters.toString())))) {
            finder.add(first, last, MentionKind.INITIALS);
        }
        return last;
    }

    /** Whether a small letter with a point follows, as in "J.d.l.C.". */
    private boolean isParticle(int word) {
        return !finder.isTaken(word)
                && words.length(word) == 1
                && words.isLetters(word)
                && text.hasLetterAt(words.end(word), '.');
    }

    private boolean isInitial(int word) {
        return !finder.isTaken(word) && words.length(word) == 1 && words.isCapital(word) && words.isLetters(word);
    }

    /** Whether the word is all of the person's initials without points, and no abbreviation, code or word in capitals. */
    private boolean isCapitals(int word) {
        int length = words.length(word);
        return length > 1
                && length <= MOST
                && !finder.isTaken(word)
                && neighbours.isAllCapitals(word)
                && names.joined().areInitials(words.word(word))
                && !neighbours.isAbbreviation(word)
                && !isOfCode(words.start(word) - 1)
                && !isOfCode(words.end(word))
                && (length > 2 || !neighbours.isAmongCapitals(word))
                && (fields.isWholeText(word, word)
                        || !fields.isWholeField(word, word)
                        || fields.isAttribute(word, "initials"));
    }

    private boolean isOfCode(int unit) {
        if (unit < 0
                || unit >= text.length()
                || TYPIST.matcher(text.between(unit, Math.min(text.length(), unit + 5)))
                        .lookingAt()) {
            return false;
        }
        boolean year = text.isFileName() && Character.isDigit(text.at(unit));
        return !year && (text.isWord(unit) || OF_CODES.indexOf(text.at(unit)) >= 0);
    }
}
