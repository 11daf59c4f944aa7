package org.convergence.platform.redaction;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Examines the words beside a match: other people's names, initials, or none. */
record NeighbouringWords(NormalizedText text, WordList words, NameWords names, OtherNames others) {

    private static final Set<String> TITLES = Set.of("""
            madame mme monsieur m mlle dr dre me senora senor sra sr dona don mrs ms mr miss
            """.strip().split("\\s+"));

    /** Other words that often begin a sentence or precede a name, so that their capital does not make them a name. */
    private static final Set<String> OPENERS = Set.of("""
            a avec et pour de par chez sans selon rencontre rencontrer appel appeler entrevue merci photo temoignage
            lettre visite bonjour cher chere mm mmes dear with by from and meeting con por y la le que quand si prenom
            nom voir lire ecrire inviter presents presentes tel courriel objet cv contrat facture recu rapport copie
            version final dossier scan paiement cheque remboursement virement interac succession famille fonds bureau
            camarade docteur docteure maitre tresorier tresoriere secretaire coordonnateur coordonnatrice president
            presidente directeur directrice conseiller conseillere demain hier lundi mardi mercredi jeudi vendredi
            samedi dimanche payment file family office chair treasurer monday tuesday wednesday thursday friday
            saturday sunday
            """.strip().split("\\s+"));

    private static final Pattern BLANK = Pattern.compile(" {1,4}");
    private static final Pattern JOINT = Pattern.compile("[ _+-]{1,4}");
    private static final int MOST_PARTICLES = 3;
    private static final int MOST_INITIALS = 6;
    private static final int MOST_GIVEN = 3;
    private static final int LONGEST_ADDRESS = 64;

    /** Whether a possible name precedes directly. */
    boolean isNameBefore(int word) {
        return isBlankAfter(word - 1) && isName(word - 1);
    }

    /** Whether no word beside the name may belong to a longer one: a given name, another family name, or one with a hyphen. */
    boolean isWhole(int first, int last) {
        return !isJoinedBefore(first) && !isJoinedAfter(first, last);
    }

    private boolean isJoinedBefore(int first) {
        int before = first - 1;
        if (before >= 0
                && words.length(before) == 1
                && words.isLetters(before)
                && words.gap(before).matches("\\.?-")) {
            return true;
        }
        if (before < 0 || !words.isLetters(before) || isOpener(before) || names.isCodeName(words.word(before))) {
            return false;
        }
        return words.gap(before).matches("\\.?-")
                || (isJoint(before) && isGivenOnFile(before) && (words.isCapital(before) || !words.isCapital(first)));
    }

    private boolean isJoinedAfter(int first, int last) {
        int next = last + 1;
        if (next >= words.size() || !words.isLetters(next) || !isJoint(last)) {
            return false;
        }
        boolean hyphen = words.gap(last).equals("-");
        boolean small =
                !words.isCapital(first) && !BLANK.matcher(words.gap(last)).matches();
        if ((hyphen || small) && !isOpener(next)) {
            return true;
        }
        while (next + 1 < words.size()
                && next - last <= MOST_PARTICLES
                && NameWords.isParticle(words.word(next))
                && (isJoint(next) || words.gap(next).equals("'"))) {
            next++;
        }
        return isName(next);
    }

    /** Whether signs that may join words of a name separate the word from the next one. */
    private boolean isJoint(int word) {
        return JOINT.matcher(words.gap(word)).matches();
    }

    boolean isGivenOnFile(int word) {
        return others.given().contains(words.word(word));
    }

    /** Whether an initial of another person precedes, as in "O. Tremblay". */
    boolean isAnyInitialBefore(int word) {
        return word > 0
                && words.length(word - 1) == 1
                && words.isLetters(word - 1)
                && words.isCapital(word - 1)
                && words.gap(word - 1).matches("\\.? {0,2}");
    }

    /** Whether a word follows or precedes directly: a sentence, and no cell. */
    boolean isInSentence(int first, int last) {
        return isWordBeside(first - 1, first - 1) || isWordBeside(last, last + 1);
    }

    /** Whether a word follows directly. */
    boolean isFollowed(int last) {
        return isWordBeside(last, last + 1);
    }

    private boolean isWordBeside(int gap, int word) {
        return isBlankAfter(gap) && words.isLetters(word);
    }

    /** Whether all words are ordinary ones, of which one is written like these, in small letters or in capitals alone. */
    boolean areOrdinary(int first, int last, boolean apart) {
        boolean likeNames = !apart;
        for (int i = first; i <= last; i++) {
            if (!OrdinaryWords.contains(words.word(i))) {
                return false;
            }
            likeNames &= words.isCapital(i) && !isAllCapitals(i);
        }
        return !likeNames;
    }

    boolean isNameAfter(int word) {
        return isBlankAfter(word) && isName(word + 1);
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
                && !isOpener(word)
                && !names.isCodeName(words.word(word));
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
        WordGap gap = word + 1 < words.size() ? WordGap.inText(word, words, text) : null;
        return gap != null && isInitial(word + 1, begins) && text.hasLetterAt(words.end(word + 1), '.');
    }

    private boolean isInitial(int word, Predicate<Character> begins) {
        return words.length(word) == 1 && words.isCapital(word) && begins.test(text.at(words.start(word)));
    }

    /** Whether the word is capitals that begin the names, as initials without points: "AM", "AMPL". */
    private boolean isInitials(int word) {
        int length = words.length(word);
        if (length < 2 || length > MOST_INITIALS || isOpener(word)) {
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
                && TITLES.contains(words.word(word - 1))
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

    private boolean isOpener(int word) {
        return TITLES.contains(words.word(word)) || OPENERS.contains(words.word(word));
    }

    /** Whether a word that often precedes a name precedes this one. */
    boolean isOpenerBefore(int word) {
        return isBlankAfter(word - 1) && isOpener(word - 1);
    }
}
