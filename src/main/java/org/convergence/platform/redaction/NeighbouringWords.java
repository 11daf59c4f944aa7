package org.convergence.platform.redaction;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Examines the words beside a match: other people's names, initials, or none. */
final class NeighbouringWords {

    /** Words that often begin a sentence or precede a name, so that their capital does not make them a name. */
    private static final Set<String> OPENERS = Set.of("""
            a avec et pour de par chez sans selon rencontre rencontrer appel appeler entrevue merci
            photo temoignage lettre visite bonjour cher chere madame mme mm mmes monsieur m mlle dr
            dre me senora senor sra sr dona don mrs ms mr miss dear with by from and meeting con por y
            la le que quand si prenom nom voir lire ecrire inviter presents presentes tel courriel
            objet cv contrat facture recu rapport copie version final
            """.strip().split("\\s+"));

    private static final Pattern LISTED = Pattern.compile("\\s*,\\s+|\\\\*\"\\s*,\\s*\\\\*\"");
    /** The end of a line, and what may begin an item of a list. */
    private static final Pattern LINE_END = Pattern.compile("[ \\t]*\\n[\\s*\u2022\u00b7\u2013-]*");

    private static final Pattern CELL_TAG = Pattern.compile("</?(?:td|th|w:tc|table:table-cell|c)\\b");
    private static final String CELL = ";|\t,";
    private static final int LONGEST_GAP = 12;
    private static final int MOST_INITIALS = 6;
    private static final int MOST_GIVEN = 3;
    private static final int LONGEST_ADDRESS = 64;

    private final NormalizedText text;
    private final WordList words;
    private final int[] ids;
    private final NameWords names;
    private final Set<String> givenNames;

    NeighbouringWords(NormalizedText text, WordList words, int[] ids, NameWords names, Set<String> givenNames) {
        this.givenNames = givenNames;
        this.names = names;
        this.text = text;
        this.words = words;
        this.ids = ids;
    }

    /** Whether a possible name precedes directly. */
    boolean isNameBefore(int word) {
        return word > 0 && isName(word - 1) && isBlank(word - 1);
    }

    /** Whether a given name precedes directly, another name follows, or a hyphen joins one: a longer name. */
    boolean isPartOfLonger(int first, int last) {
        return isCompoundBefore(first)
                || isCompoundAfter(last)
                || isNameAfter(last)
                || (isNameBefore(first) && givenNames.contains(words.word(first - 1)));
    }

    boolean isNameAfter(int word) {
        return word + 1 < words.size() && isName(word + 1) && isBlank(word);
    }

    /** Whether a name precedes in the same list, which is separated by commas, or a list of JSON. */
    boolean isListedBefore(int word) {
        if (word == 0 || words.gapLength(word - 1) > LONGEST_GAP) {
            return false;
        }
        String gap = words.gap(word - 1);
        return isName(word - 1) && LISTED.matcher(gap).matches();
    }

    /** Whether another cell of the same line precedes, as in a file of comma-separated values. */
    boolean isCellBefore(int word) {
        String source = text.source();
        int at = text.from(words.start(word)) - 1;
        if (at >= 0 && source.charAt(at) == '"') {
            at--;
        }
        return at >= 0 && CELL.indexOf(source.charAt(at)) >= 0;
    }

    boolean isCellAfter(int word) {
        String source = text.source();
        int at = text.to(words.end(word) - 1);
        if (at < source.length() && source.charAt(at) == '"') {
            at++;
        }
        boolean cell = at < source.length() && CELL.indexOf(source.charAt(at)) >= 0;
        return cell && (source.charAt(at) != ',' || (at + 1 < source.length() && source.charAt(at + 1) != ' '));
    }

    /** Whether the words fill lines of their own beside a line that is another name: a list of single names. */
    boolean isInColumn(int first, int last) {
        return isLineEnd(first - 1) && isLineEnd(last) && (isNameLine(first - 1, -1) || isNameLine(last + 1, 1));
    }

    private boolean isLineEnd(int word) {
        if (word < 0 || word + 1 >= words.size()) {
            return true;
        }
        String gap = text.source().substring(text.to(words.end(word) - 1), text.from(words.start(word + 1)));
        return LINE_END.matcher(words.gap(word)).matches()
                && !CELL_TAG.matcher(gap).find();
    }

    private boolean isNameLine(int word, int step) {
        int end = word;
        while (end >= 0 && end < words.size() && Math.abs(end - word) < MOST_GIVEN && isName(end)) {
            if (isLineEnd(step < 0 ? end - 1 : end)) {
                return true;
            }
            end += step;
        }
        return false;
    }

    /** Whether the word is the second half of a compound name, as in another given name. */
    boolean isCompoundBefore(int word) {
        return word > 0 && isName(word - 1) && words.gap(word - 1).equals("-");
    }

    boolean isCompoundAfter(int word) {
        return word + 1 < words.size() && isName(word + 1) && words.gap(word).equals("-");
    }

    /** Whether a family name and a given name are joined by a hyphen, in this order: another person's family name. */
    boolean isCompoundInside(int first, int last) {
        for (int i = first; i < last; i++) {
            if (words.gap(i).equals("-")
                    && names.isFamily(ids[i])
                    && !names.isGiven(ids[i])
                    && names.isGiven(ids[i + 1])
                    && !names.isFamily(ids[i + 1])) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words are in a mail address, or behind a sign of it: it is not the person's, which is found apart. */
    boolean isInAddress(int first, int last) {
        return text.hasLetterAt(endOfAddress(words.end(last), 1), '@')
                || text.hasLetterAt(endOfAddress(words.start(first) - 1, -1), '@');
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

    /** Whether the words are in two fields of JSON, or two cells in quotes, and one of these says more than the name. */
    boolean isPartOfFields(int first, int last) {
        String source = text.source();
        int from = text.from(words.start(first));
        int to = text.to(words.end(last) - 1);
        int after = to;
        while (after < source.length() && source.charAt(after) == '\\') {
            after++;
        }
        boolean alone =
                from > 0 && source.charAt(from - 1) == '"' && after < source.length() && source.charAt(after) == '"';
        return !alone && source.substring(from, to).indexOf('"') >= 0;
    }

    /** Whether it is half of a compound name in a mail address, which has no capitals: another given name. */
    private boolean isCompoundInAddress(int first, int last) {
        boolean half = (last + 1 < words.size() && words.gap(last).equals("-") && isUnknown(last + 1))
                || (first > 0 && words.gap(first - 1).equals("-") && isUnknown(first - 1));
        return half && text.hasLetterAt(endOfAddress(words.end(last), 1), '@');
    }

    private boolean isUnknown(int word) {
        return ids[word] < 0 && words.isLetters(word) && words.length(word) > 1;
    }

    /** Whether the word may be another name. */
    boolean isName(int word) {
        return ids[word] < 0
                && words.isLetters(word)
                && words.length(word) > 1
                && words.isCapital(word)
                && !OPENERS.contains(words.word(word))
                && !names.isCodeName(words.word(word));
    }

    /** Whether the next word may belong to the same name. */
    boolean isLinked(int word) {
        String gap = words.gap(word);
        return isBlank(word) || gap.equals("'") || (gap.equals("-") && names.isCompound());
    }

    /** The first of one or two names directly before. */
    int namesBefore(int word) {
        int first = word;
        while (word - first < 2 && (isNameBefore(first) || isCompoundBefore(first))) {
            first--;
        }
        return first;
    }

    private boolean isBlank(int word) {
        int length = words.gapLength(word);
        for (int i = words.end(word); length <= 4 && i < words.start(word + 1); i++) {
            if (text.at(i) != ' ') {
                return false;
            }
        }
        return length > 0 && length <= 4;
    }

    /** The first of the initials that precede directly. */
    int initialsBefore(int word) {
        Predicate<Character> begins = names::beginsGiven;
        if (word > 0 && isInitials(word - 1) && WordGap.inText(word - 1, words, text) != null) {
            return word - 1;
        }
        int first = word;
        while (first > 0
                && word - first < 3
                && isInitial(first - 1, begins)
                && WordGap.inText(first - 1, words, text) != null) {
            first--;
        }
        return first;
    }

    boolean isInitialAfter(int word, Predicate<Character> begins) {
        WordGap gap = WordGap.inText(word, words, text);
        return gap != null && isInitial(word + 1, begins) && text.hasLetterAt(words.end(word + 1), '.');
    }

    private boolean isInitial(int word, Predicate<Character> begins) {
        return words.length(word) == 1 && words.isCapital(word) && begins.test(text.at(words.start(word)));
    }

    /** Whether the word is capitals that begin the names, as initials without points: "AM", "AMPL". */
    private boolean isInitials(int word) {
        int length = words.length(word);
        if (length < 2 || length > MOST_INITIALS || OPENERS.contains(words.word(word))) {
            return false;
        }
        boolean given = length <= MOST_GIVEN;
        for (int i = words.start(word); i < words.end(word); i++) {
            if (!text.isCapital(i)) {
                return false;
            }
            given &= names.beginsGiven(text.at(i));
        }
        return given || names.areSomeInitials(words.word(word));
    }

    /**
     * Whether one name alone may mean the person: not beside another person's other name, nor as the whole content of a
     * field, which belongs to another record.
     *
     * @param compound whether it is a whole compound family name: beside an unknown given name it may mean the person
     */
    boolean mayBeAlone(int first, int last, boolean given, boolean family, boolean compound) {
        int before = words.start(first) - 1;
        int after = words.end(last);
        if ((isEdge(before) && isEdge(after))
                || (isCompoundBefore(first) && !compound)
                || isCompoundAfter(last)
                || isCompoundInAddress(first, last)) {
            return false;
        }
        if (compound) {
            return true;
        }
        if ((family && !given && isNameBefore(first)) || (given && !family && isNameAfter(last))) {
            return false;
        }
        return words.isCapital(first)
                || text.isFileName()
                || text.hasLetterAt(before, '_')
                || text.hasLetterAt(after, '_')
                || text.hasLetterAt(before, '-')
                || text.hasLetterAt(after, '-')
                || (text.hasLetterAt(after, '.') && text.isWord(after + 1));
    }

    private boolean isEdge(int unit) {
        return unit < 0 || unit >= text.length() || text.at(unit) == '"';
    }
}
