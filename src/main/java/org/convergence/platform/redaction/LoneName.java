package org.convergence.platform.redaction;

import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Tells whether one name alone may mean the person: in capitals, in small letters, or a short one. */
record LoneName(NormalizedText text, WordList words, NameWords names, NeighbouringWords neighbours) {

    /** Columns that repeat a name in small letters, for searches. */
    private static final Pattern COPY =
            Pattern.compile("\"(?:search_form|sort_name|contact_keys|names)\\\\*\"\\s*:\\s*\\[?\\s*\\\\*\"[^\"]*$");

    /** A label such as "grant.read" has another ending. */
    private static final Pattern FILE_ENDING = Pattern.compile(
            "\\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|txt|md|csv|html?|eml|msg|zip|jpe?g|png|gif|tiff?|heic|mp[34]|mov|m4a)$",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_COPY = 200;

    /**
     * Whether the words may mean the person: not beside another person's other name.
     *
     * @param compound whether it is a whole compound family name: beside an unknown given name it may mean the person
     */
    boolean mayBeAlone(int first, int last, boolean given, boolean family, boolean compound) {
        int before = words.start(first) - 1;
        int after = words.end(last);
        if ((neighbours.isSecondHalf(first) && !compound)
                || neighbours.isFirstHalf(last)
                || isCompoundInAddress(first, last)) {
            return false;
        }
        if (compound) {
            return true;
        }
        if ((family && !given && neighbours.isGivenBefore(first) && isOfAnother(words.word(last), true))
                || (given && !family && neighbours.isFamilyAfter(last) && isOfAnother(words.word(first), false))) {
            return false;
        }
        if (isOrdinary(first, last)) {
            return text.isFileName() && FILE_ENDING.matcher(text.source()).find();
        }
        return hasCapital(first, last)
                || text.isFileName()
                || isMark(before)
                || isMark(after)
                || (text.hasLetterAt(after, '.') && text.isWord(after + 1))
                || isInSmallLetters(first, last);
    }

    /** Whether the words are a family name of another person on file, behind another given name on file. */
    boolean isFamilyOfAnother(int first, int last) {
        return !neighbours.others().given().isEmpty()
                && neighbours.isGivenBefore(first)
                && IntStream.rangeClosed(first, last).allMatch(each -> names.isFamilyAlone(words.id(each)))
                && IntStream.rangeClosed(first, last).anyMatch(each -> isOfAnother(words.word(each), true));
    }

    /** Whether another person on file has this family name or given name, or may have it. */
    private boolean isOfAnother(String word, boolean family) {
        OtherNames others = neighbours.others();
        return others.families().isEmpty() || (family ? others.families() : others.given()).contains(word);
    }

    /** Whether it joins words in names of files and addresses. */
    private boolean isMark(int unit) {
        return text.hasLetterAt(unit, '_') || text.hasLetterAt(unit, '-');
    }

    private boolean hasCapital(int first, int last) {
        for (int i = first; i <= last; i++) {
            if (names.isPart(words.id(i)) && words.isCapital(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name in small letters is no part of an address, a code or a copy for searches. */
    private boolean isInSmallLetters(int first, int last) {
        int start = text.from(words.start(first));
        return !neighbours.isInAddress(first, last)
                && !isLetter(words.start(first) - 1)
                && !isLetter(words.end(last))
                && !COPY.matcher(text.source().substring(Math.max(0, start - LONGEST_COPY), start))
                        .find();
    }

    private boolean isLetter(int unit) {
        return text.isWord(unit) && !Character.isDigit(text.at(unit));
    }

    /**
     * Whether the words are ordinary ones in small letters or in capitals, as in a list of states. A compound name is none,
     * such as "marie-france".
     */
    boolean isOrdinary(int first, int last) {
        if (isCompound(first, last)) {
            return false;
        }
        for (int i = first; i <= last; i++) {
            boolean name = words.isCapital(i) && !neighbours.isAllCapitals(i);
            if (names.isPart(words.id(i)) && (name || !OrdinaryWords.contains(words.word(i)))) {
                return false;
            }
        }
        return true;
    }

    private boolean isCompound(int first, int last) {
        return first < last
                && IntStream.range(first, last).allMatch(each -> words.gap(each).equals("-"))
                && IntStream.rangeClosed(first, last).allMatch(each -> names.isPart(words.id(each)));
    }

    /** Whether a name of two letters stands behind a title, or is no ordinary word: "Mme Le", "chez Ng". */
    boolean isShortNameAlone(int first, int last) {
        if (!isShortName(last) || neighbours.isNameBefore(first) || neighbours.isNameAfter(last)) {
            return false;
        }
        return neighbours.isTitleBefore(first)
                || (!OrdinaryWords.contains(words.word(last))
                        && !neighbours.isAllCapitals(last)
                        && words.start(last) > 0
                        && !text.isWord(words.start(first) - 1)
                        && !text.isWord(words.end(last)));
    }

    /** Whether a name of two letters may be one beside an initial: an ordinary word may begin a sentence there. */
    boolean isShortNameAtInitial(int first, int last) {
        int before = neighbours.initialsBefore(first) - 1;
        return isShortName(last)
                && (!OrdinaryWords.contains(words.word(last))
                        || !neighbours.isBlankAfter(last)
                        || (before >= 0 && !words.isCapital(before)));
    }

    private boolean isShortName(int word) {
        return names.isShortPart(words.id(word)) && words.isCapital(word);
    }

    /** Whether it is half of a compound name in a mail address, which has no capitals: another given name. */
    private boolean isCompoundInAddress(int first, int last) {
        boolean half = (last + 1 < words.size() && words.gap(last).equals("-") && isUnknown(last + 1))
                || (first > 0 && words.gap(first - 1).equals("-") && isUnknown(first - 1));
        return half && neighbours.isBeforeAddressSign(last);
    }

    private boolean isUnknown(int word) {
        return !words.isOfName(word) && words.isLetters(word) && words.length(word) > 1;
    }
}
