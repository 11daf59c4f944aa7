package org.convergence.platform.redaction;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Examines the words beside a match: other people's names, initials, or none. */
record NeighbouringWords(NormalizedText text, WordList words, NameWords names, OtherNames others) {

    private static final Set<String> TITLES = Set.of("""
            madame mesdames mme mmes monsieur messieurs m mm mlle dr dre me mtre senora senor sra sr dona don mrs ms mr miss
            """.strip().split("\\s+"));

    private static final Pattern BESIDE = Pattern.compile("[ _\n]{1,4}|' ?");
    private static final Pattern CUT = Pattern.compile("\\.? {0,2}");
    private static final Pattern BLANK = Pattern.compile(" {1,4}");
    private static final Pattern ADJACENT = Pattern.compile("\\s*(?:[,.'+_\u00b7-]\\s*){0,3}");
    private static final int LONGEST_GAP = 60;
    private static final int MOST_INITIALS = 6;
    private static final int MOST_GIVEN = 3;
    private static final int LONGEST_ADDRESS = 64;

    /** Whether a possible name precedes directly. */
    boolean isNameBefore(int word) {
        return isBlankAfter(word - 1) && isName(word - 1);
    }

    /** Whether a name may be ordinary words: one in small letters, or all in capitals, or a date. Its particles are not asked. */
    boolean areOrdinary(int first, int last) {
        if (isDateOrPlace(first, last)) {
            return true;
        }
        boolean capitals = true;
        for (int i = first; i <= last; i++) {
            boolean asked = i == first || i == last || !NameWords.isParticle(words.word(i));
            boolean ordinary = OrdinaryWords.contains(words.word(i));
            if (asked && ordinary && !words.isCapital(i)) {
                return true;
            }
            capitals &= !asked || (ordinary && isAllCapitals(i));
        }
        return capitals;
    }

    /**
     * Whether a given name is a date or a place here: "En France"; behind a day or a month whatever parts the two: "[12] Avril",
     * "mars, Avril". Where another person has the family name, a month or a country is the given name only at the beginning of a
     * line or behind a title.
     */
    private boolean isDateOrPlace(int first, int last) {
        int before = first - 1;
        if (before < 0) {
            return false;
        }
        String word = words.word(before);
        String gap = words.gap(before);
        if (OrdinaryWords.isEndOfDay(word) || OrdinaryWords.isDateOrCountry(word)) {
            return OrdinaryWords.isDateOrPlace(words.word(first));
        }
        boolean usual = OrdinaryWords.isBeforeDateOrPlace(word) && gap.indexOf(':') < 0;
        boolean shared = others.families().contains(words.word(last))
                && BESIDE.matcher(gap).matches();
        return OrdinaryWords.isDateOrCountry(words.word(first))
                ? usual || (shared && !isTitle(before) && gap.indexOf('\n') < 0)
                : usual && shared && OrdinaryWords.isTown(words.word(first));
    }

    boolean isNameAfter(int word) {
        return isBlankAfter(word) && isName(word + 1);
    }

    /** Whether the word is the second half of a compound name, as in another given name. */
    boolean isCompoundBefore(int word) {
        return word > 0 && isName(word - 1) && words.gap(word - 1).equals("-");
    }

    /** Whether it is the second half of a compound name that begins with a name on file; if none is known, with any name. */
    boolean isSecondHalf(int word) {
        return isCompoundBefore(word) && isOnFile(word - 1);
    }

    boolean isFirstHalf(int word) {
        return word + 1 < words.size() && isName(word + 1) && words.gap(word).equals("-") && isOnFile(word + 1);
    }

    private boolean isOnFile(int word) {
        String name = words.word(word);
        return others.given().isEmpty()
                || others.given().contains(name)
                || others.families().contains(name)
                || NameWords.isParticle(name);
    }

    /** Whether a family name and a given name are joined by a hyphen, in this order: another person's family name. */
    boolean isCompoundInside(int first, int last) {
        for (int i = first; i < last; i++) {
            if (words.gap(i).equals("-") && names.isFamilyAlone(words.id(i)) && names.isGivenAlone(words.id(i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words are in a mail address, or behind a sign of it: it is not the person's, which is found apart. */
    boolean isInAddress(int first, int last) {
        return isBeforeAddressSign(last) || text.hasLetterAt(endOfAddress(words.start(first) - 1, -1), '@');
    }

    boolean isBeforeAddressSign(int word) {
        return text.hasLetterAt(endOfAddress(words.end(word), 1), '@');
    }

    private int endOfAddress(int from, int step) {
        int at = from;
        while (at >= 0
                && at < text.length()
                && Math.abs(at - from) < LONGEST_ADDRESS
                && (text.isWord(at) || "._+-".indexOf(text.at(at)) >= 0)) {
            at += step;
        }
        return at;
    }

    /** Whether the word may be another name. */
    boolean isName(int word) {
        return !words.isOfName(word)
                && words.isLetters(word)
                && words.length(word) > 1
                && words.isCapital(word)
                && !isTitle(word)
                && !names.isCodeName(words.word(word));
    }

    /** Whether the word is a given name of another person on file, or one of the usual ones. */
    boolean isGivenName(int word) {
        return others.given().contains(words.word(word)) || OrdinaryWords.isGivenName(words.word(word));
    }

    boolean isTitle(int word) {
        return isTitle(words.word(word));
    }

    static boolean isTitle(String word) {
        return TITLES.contains(word);
    }

    /** Whether another person's given name precedes; if none is known, any name. */
    boolean isGivenBefore(int word) {
        return isNameBefore(word) && (others.given().isEmpty() || others.given().contains(words.word(word - 1)));
    }

    /** Whether another person's family name follows; if none is known, any name. */
    boolean isFamilyAfter(int word) {
        return isNameAfter(word)
                && !isAbbreviationAfter(word)
                && (others.families().isEmpty() || others.families().contains(words.word(word + 1)));
    }

    /** Whether a short word in capitals or the acronym of an organisation follows, which is no name. */
    boolean isAbbreviationAfter(int word) {
        return isBlankAfter(word)
                && isAllCapitals(word + 1)
                && (OrdinaryWords.isAbbreviation(words.word(word + 1))
                        || others.acronyms().contains(words.word(word + 1)));
    }

    /** Whether the next word may belong to the same name. */
    boolean isLinked(int word) {
        String gap = words.gap(word);
        boolean known = words.isOfName(word) && words.isOfName(word + 1);
        return isBlankAfter(word) || gap.equals("'") || (gap.matches("-'?") && (names.isCompound() || known));
    }

    /** The first of one or two names directly before. */
    int namesBefore(int word) {
        int first = word;
        while (word - first < 2 && (isNameBefore(first) || isCompoundBefore(first))) {
            first--;
        }
        return first;
    }

    /** Whether blanks alone separate the word from the next one. */
    boolean isBlankAfter(int word) {
        return word >= 0
                && word + 1 < words.size()
                && BLANK.matcher(words.gap(word)).matches();
    }

    /** The first of the initials that precede directly. */
    int initialsBefore(int word) {
        Predicate<Character> begins = names::beginsGiven;
        if (word > 0 && ((isInitials(word - 1) && isAdjacent(word - 1)) || isGivenCut(word - 1))) {
            return word - 1;
        }
        int first = word;
        while (first > 0 && word - first < 3 && isInitial(first - 1, begins) && isAdjacent(first - 1)) {
            first--;
        }
        return first;
    }

    /** Whether the word is the beginning of a given name, and no other one: "Ma. del Carmen" for María. */
    private boolean isGivenCut(int word) {
        return words.length(word) <= MOST_GIVEN
                && isName(word)
                && CUT.matcher(words.gap(word)).matches()
                && !isGivenName(word)
                && !isCompoundBefore(word)
                && !OrdinaryWords.isBesideNames(words.word(word))
                && names.isBegun(words.word(word));
    }

    /** With an initial directly before a family name, which stands for another given name: "O. Ruiz". */
    int withInitialBefore(int word) {
        boolean initial = word > 0
                && words.length(word - 1) == 1
                && words.isCapital(word - 1)
                && !isTitle(word - 1)
                && CUT.matcher(words.gap(word - 1)).matches();
        return initial ? word - 1 : word;
    }

    boolean isInitialAfter(int word, Predicate<Character> begins) {
        return isAdjacent(word) && isInitial(word + 1, begins) && text.hasLetterAt(words.end(word + 1), '.');
    }

    private boolean isInitial(int word, Predicate<Character> begins) {
        return words.length(word) == 1 && words.isCapital(word) && begins.test(text.at(words.start(word)));
    }

    /** Whether the word is capitals that begin the names, as initials without points: "AM", "AMPL". */
    private boolean isInitials(int word) {
        int length = words.length(word);
        if (length < 2 || length > MOST_INITIALS || isTitle(word)) {
            return false;
        }
        boolean given = length <= MOST_GIVEN;
        for (int i = words.start(word); i < words.end(word); i++) {
            if (!text.isCapital(i)) {
                return false;
            }
            given &= names.beginsGiven(text.at(i));
        }
        return given || names.joined().areSomeInitials(words.word(word));
    }

    /** Whether a title precedes, such as "Mme" or "M.". */
    boolean isTitleBefore(int word) {
        return word > 0
                && isTitle(word - 1)
                && (words.isCapital(word - 1) || words.length(word - 1) > 2)
                && words.gap(word - 1).matches("\\.? {1,2}");
    }

    boolean isAllCapitals(int word) {
        for (int i = words.start(word); i < words.end(word); i++) {
            if (!text.isCapital(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the capitals are no person's initials. */
    boolean isAbbreviation(int word) {
        String letters = words.word(word);
        return OrdinaryWords.contains(letters) || others.acronyms().contains(letters);
    }

    /** Whether words in capitals are beside it, as in a heading. */
    boolean isAmongCapitals(int word) {
        return (isBlankAfter(word - 1) && isInCapitals(word - 1)) || (isBlankAfter(word) && isInCapitals(word + 1));
    }

    private boolean isInCapitals(int word) {
        return !words.isOfName(word) && words.length(word) > 1 && words.isLetters(word) && isAllCapitals(word);
    }

    /** Whether the initials of the family name follow without points: "Ana PL". */
    boolean isFamilyInitialsAfter(int word) {
        return isBlankAfter(word)
                && words.length(word + 1) > 1
                && isAllCapitals(word + 1)
                && !isAbbreviation(word + 1)
                && names.joined().areFamilyInitials(words.word(word + 1));
    }

    /** Whether the words may belong to one name of several: no more than a few marks and blanks part them. */
    boolean isAdjacent(int word) {
        return word + 1 < words.size()
                && words.gapLength(word) <= LONGEST_GAP
                && ADJACENT.matcher(words.gap(word)).matches();
    }
}
