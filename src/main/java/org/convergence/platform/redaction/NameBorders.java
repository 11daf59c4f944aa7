package org.convergence.platform.redaction;

import java.util.Arrays;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides where a full name is certain, so that it is replaced. A person is named with certainty by her given name and her
 * family name in this order, or by another name on file, on one line, with nothing but a {@link Separator} between its words,
 * and with nothing beside it that may make it a longer name ({@link #isJoined}, {@link #isLonger}). Any other place with the words of a name is
 * doubtful, and listed.
 */
record NameBorders(NormalizedText text, WordList words, NameWords names, NeighbouringWords neighbours) {

    /** What stands between two words of a certain name; anything else, such as a line end or a dash, makes it doubtful. */
    enum Separator {
        /** Blanks of any kind, an underscore or a plus sign: "Ana Pérez", "Ana_Pérez", "Ana+Pérez". */
        BLANK(Pattern.compile("[ _]+|\\+")),
        /** A hyphen or an apostrophe within the given names or the family names: "María-José", "D’Amours". */
        JOINT(Pattern.compile("-|' ?")),
        /** A point behind an initial that is on file. */
        INITIAL(Pattern.compile("\\. ?")),
        /** The family name first, with capitals, in an entry that fills a line, a cell or a value: "Pérez, Ana". */
        ENTRY(Pattern.compile(", {1,3}")),
        /** Two fields of JSON whose keys say which name each is: "nom":"Pérez","prenom":"Ana". */
        FIELDS(Pattern.compile("\\\\*\"\\s*,\\s*\\\\*\"([\\p{L}\\w.-]{1,40})\\\\*\"\\s*:\\s*\\\\*\""));

        private final Pattern pattern;

        Separator(Pattern pattern) {
            this.pattern = pattern;
        }
    }

    private static final String EDGES = "\n\t;|\"" + NormalizedText.ROW_END;
    private static final Pattern BESIDE = Pattern.compile("[ _+&-]{1,4}|[/']|' ");
    /** A hyphen, also at the end of a line that goes on in the next one, perhaps quoted. */
    private static final Pattern HYPHEN = Pattern.compile("\\.?-[ \n>]{0,8}");
    /** So many blanks in a line are the border of a column; fewer are a slip of the one who types. */
    private static final Pattern COLUMN = Pattern.compile("[ _]{3}");

    /** What parts two words without a mark: blanks, {@code _}, {@code +}, an apostrophe. */
    private static final Pattern UNMARKED = Pattern.compile("[ _+']+");

    /** The end of a line or a cell, or the sign of a field directly before a name: "12,Ana", "a=1&Ana". */
    private static final Pattern CELL_BEFORE = Pattern.compile("[" + EDGES + "]|[,=&?]$");

    private static final Pattern SENTENCE_BEFORE = Pattern.compile("[.!?] ");
    private static final Pattern INITIAL_BEFORE = Pattern.compile("\\. ?");
    /** What follows the name of a relative or of a firm: "Ana Pérez fils", "Ana Pérez et filles". */
    private static final Set<String> SUFFIXES = Set.of("""
            fils fille filles jr sr junior senior pere mere aine ainee cadet cadette vve ltee inc enr cie
            """.strip().split("\\s+"));

    private static final Pattern KEY = Pattern.compile("\"([\\p{L}\\w.-]{1,40})\\\\*\"\\s*:\\s*\\\\*\"$");
    private static final Pattern GIVEN_KEY = Pattern.compile("(?i)^(?:given|first|pr[eé]nom|nombre)");
    private static final Pattern FAMILY_KEY = Pattern.compile("(?i)^(?:family|last|sur|nom(?!bre)|apellido)");
    private static final int MOST_WORDS_OF_A_CLAUSE = 8;
    private static final int LONGEST_GAP = 60;
    private static final int LONGEST_FIELDS = 160;
    private static final int MOST_WORDS_OF_A_KEY = 14;

    /** The last word of a name that begins at a word and has no doubtful separator; -1 if there is none. */
    int lastOf(int[] name, int first) {
        int word = first;
        boolean entry = false;
        boolean fields = false;
        for (int i = 1; i < name.length; i++) {
            Separator separator = separator(word, name[i - 1], name[i]);
            int next = separator == Separator.FIELDS ? nextField(first, word) : word + 1;
            if (separator == null || next < 0 || words.id(next) != name[i]) {
                return -1;
            }
            entry |= separator == Separator.ENTRY;
            fields |= separator == Separator.FIELDS;
            word = next;
        }
        boolean whole = (!entry || isEntry(first, word)) && (!fields || isEdge(words.end(word)));
        return whole ? word : -1;
    }

    private @Nullable Separator separator(int word, int one, int other) {
        if (word + 1 >= words.size() || words.gapLength(word) > LONGEST_GAP) {
            return null;
        }
        String gap = words.gap(word);
        boolean halves = names.isGivenAlone(one) != names.isGivenAlone(other);
        boolean reversed = halves && names.isGivenAlone(other);
        return Arrays.stream(Separator.values())
                .filter(each ->
                        each == Separator.FIELDS || each.pattern.matcher(gap).matches())
                .filter(each -> switch (each) {
                    case BLANK -> !reversed;
                    case JOINT -> !halves;
                    case INITIAL -> !reversed && words.length(word) == 1;
                    case ENTRY -> reversed && names.isFamily(one) && !neighbours.isGivenName(word);
                    case FIELDS -> gap.indexOf('"') >= 0;
                })
                .findFirst()
                .orElse(null);
    }

    /** Whether a name fills a line, a cell or a value, and its words have capitals. */
    private boolean isEntry(int first, int last) {
        for (int i = first; i <= last; i++) {
            if (NameWords.isDistinctive(words.word(i)) && !words.isCapital(i)) {
                return false;
            }
        }
        return isEdge(words.start(first) - 1) && isEdge(words.end(last));
    }

    /** Whether a line, a cell or a value ends at a position. */
    boolean isEdge(int unit) {
        return unit < 0 || unit >= text.length() || EDGES.indexOf(text.at(unit)) >= 0;
    }

    /** The word that begins the next field, if both keys are those of one name: "nom2" beside "prenom" is another's. */
    private int nextField(int first, int word) {
        String source = text.source();
        int end = text.to(words.end(word) - 1);
        Matcher between =
                Separator.FIELDS.pattern.matcher(source).region(end, Math.min(source.length(), end + LONGEST_FIELDS));
        if (!between.lookingAt()) {
            return -1;
        }
        int at = text.from(words.start(first));
        Matcher before = KEY.matcher(source.substring(Math.max(0, at - LONGEST_FIELDS), at));
        if (!before.find()) {
            return -1;
        }
        boolean given = GIVEN_KEY.matcher(before.group(1)).find();
        Matcher one = (given ? GIVEN_KEY : FAMILY_KEY).matcher(before.group(1));
        Matcher other = (given ? FAMILY_KEY : GIVEN_KEY).matcher(between.group(1));
        boolean known = given ? !names.isFamilyAlone(words.id(first)) : !names.isGivenAlone(words.id(first));
        if (!known
                || !one.find()
                || !other.find()
                || !before.group(1).substring(one.end()).equals(between.group(1).substring(other.end()))) {
            return -1;
        }
        for (int next = word + 1; next < Math.min(words.size(), word + MOST_WORDS_OF_A_KEY); next++) {
            if (text.from(words.start(next)) == between.end()) {
                return next;
            }
        }
        return -1;
    }

    /** The first word of a place without particles before her given name, which belong to the sentence: "fête de Ana". */
    int firstOf(int start, int last) {
        int word = start;
        while (word < last && NameWords.isParticle(words.word(word))) {
            word++;
        }
        return names.isGivenAlone(words.id(word)) ? word : start;
    }

    /** The last word of a place without particles at its end that belong to the sentence: "Ana. La salle", "Ana de la paie". */
    int lastWithoutParticles(int first, int end) {
        int last = end;
        while (last > first && NameWords.isParticle(words.word(last)) && (last < end || isLoose(last))) {
            last--;
        }
        return last;
    }

    private boolean isLoose(int word) {
        boolean parted = !BESIDE.matcher(words.gap(word - 1)).matches() && words.length(word - 1) > 1;
        return parted || isInSentence(word);
    }

    /** Whether a particle and the word behind it are in small letters. */
    private boolean isInSentence(int word) {
        return !words.isCapital(word) && isLetters(word + 1) && isBesideNext(word) && !words.isCapital(word + 1);
    }

    /** Whether a hyphen joins a word to a name, which makes it another person's: "Ana Pérez-Roy", "M.-Ana Pérez". */
    boolean isJoined(int first, int last) {
        return (isLetters(first - 1) && HYPHEN.matcher(words.gap(first - 1)).matches())
                || (isLetters(last + 1) && HYPHEN.matcher(words.gap(last)).matches());
    }

    /** Whether columns of blanks part the words of a name, and another word stands in the column beside it. */
    boolean isInColumns(int first, int last) {
        boolean columns = false;
        for (int i = first; i < last; i++) {
            columns |= isColumnAfter(i);
        }
        return columns && (isColumnAfter(first - 1) || isColumnAfter(last));
    }

    private boolean isColumnAfter(int word) {
        return word >= 0
                && word + 1 < words.size()
                && words.gap(word).indexOf('\n') < 0
                && COLUMN.matcher(words.gap(word)).find();
    }

    private boolean isLetters(int word) {
        return word >= 0 && word < words.size() && words.isLetters(word) && !names.isCodeName(words.word(word));
    }

    /**
     * Whether a name may be ordinary words or another person's: only some of its words have a capital, it is the given name
     * of another record, or a word beside it belongs to it. Such a word is an initial or a given name on file before it, or
     * one with a capital; beside a name in small letters, any word. Titles and the usual words of a sentence belong to none.
     *
     * @param spelled whether it is spelled letter by letter, so that small letters say nothing
     */
    boolean isLonger(int first, int last, boolean spelled) {
        var name = new StringJoiner(" ");
        int capitals = 0;
        int small = 0;
        for (int i = first; i <= last; i++) {
            if (!words.isOfName(i)) {
                continue;
            }
            name.add(words.word(i));
            if (i == last || !NameWords.isParticle(words.word(i))) {
                capitals += words.isCapital(i) ? 1 : 0;
                small += words.isCapital(i) ? 0 : 1;
            }
        }
        boolean any = !spelled && capitals == 0;
        return (!spelled && capitals > 0 && small > 0)
                || neighbours.others().given().contains(name.toString())
                || isBehindPlace(first)
                || isLongerBefore(first - 1, any)
                || isLongerAfter(last, any);
    }

    private boolean isLongerBefore(int before, boolean any) {
        if (!isLetters(before) || neighbours.isTitle(before)) {
            return false;
        }
        String gap = words.gap(before);
        String word = words.word(before);
        boolean initial = words.length(before) == 1
                && words.isCapital(before)
                && INITIAL_BEFORE.matcher(gap).matches();
        boolean usual = OrdinaryWords.isBesideNames(word)
                && !neighbours.others().given().contains(word);
        return initial || (BESIDE.matcher(gap).matches() && !usual && (any || words.isCapital(before)));
    }

    /**
     * Whether a street, a building, a law or the like may bear the name: one is before it in the same sentence or at the end of the
     * line before, or a number is and a mark parts it from the name: "école de", "coin Berri et", "(parc)", "55,". A title or
     * "avec" tells that a person is meant; so does a label behind a number: "Lundi 12 :".
     */
    private boolean isBehindPlace(int first) {
        boolean mark = first > 0 && !UNMARKED.matcher(words.gap(first - 1)).matches();
        for (int i = first - 1; i >= Math.max(0, first - MOST_WORDS_OF_A_CLAUSE); i--) {
            String gap = words.gap(i);
            String word = words.word(i);
            boolean cell = CELL_BEFORE.matcher(gap).find();
            mark &= gap.indexOf(':') < 0;
            if (OrdinaryWords.isNamedAfterPeople(word) && (!cell || (i == first - 1 && gap.equals("\n")))) {
                return true;
            }
            if (cell || SENTENCE_BEFORE.matcher(gap).find() || neighbours.isTitle(i) || word.equals("avec")) {
                return false;
            }
            if (mark && !words.isLetters(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isLongerAfter(int last, boolean any) {
        int next = last + 1;
        if (!isLetters(next) || !isBesideNext(last)) {
            return false;
        }
        String word = words.word(next);
        boolean usual = words.gap(last).indexOf(' ') >= 0 && OrdinaryWords.isBesideNames(word);
        if (any && (!usual || NameWords.isParticle(word))) {
            return true;
        }
        boolean and = word.equals("et");
        while (next + 1 < words.size() && NameWords.isParticle(words.word(next)) && isBesideNext(next)) {
            next++;
        }
        return words.isCapital(next)
                || SUFFIXES.contains(words.word(next))
                || (and && next + 1 < words.size() && isBesideNext(next) && SUFFIXES.contains(words.word(next + 1)));
    }

    private boolean isBesideNext(int word) {
        return BESIDE.matcher(words.gap(word)).matches();
    }
}
