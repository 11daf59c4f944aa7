package org.convergence.platform.redaction;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Examines the borders of a match: cells, lines, items of a list and fields of a record, which may be other people's. */
record FieldBorders(NormalizedText text, WordList words, NameWords names, NeighbouringWords neighbours) {

    private static final Pattern LISTED = Pattern.compile("\\s*,\\s+|\\\\*\"\\s*,\\s*\\\\*\"");
    /** The end of a line, and what may begin an item of a list. */
    private static final Pattern LINE_END = Pattern.compile("[ \\t]*\\n[\\s*\u2022\u00b7\u2013-]*");

    /** Signs that end a line, and what may begin an item of a list. */
    private static final Pattern LINE_START = Pattern.compile("[^\n]*\n[\\s*\u2022\u00b7\u2013-]*|.*\".*");

    private static final Pattern CELL_TAG = Pattern.compile("</?(?:td|th|w:tc|table:table-cell|c)\\b");
    private static final String CELL = ";|\t,";
    private static final int LONGEST_GAP = 12;
    private static final int MOST_NAMES = 3;
    private static final int MOST_BETWEEN = 30;
    private static final int LONGEST_KEY = 60;
    private static final Pattern BLANK_LINE = Pattern.compile("(?:\\n|\\\\n)[ \\t]*\\r?(?:\\n|\\\\n)");
    private static final Pattern ITEM = Pattern.compile("(?:\n|\\\\n)\\s*[*+\u2022\u00b7\u2013\u2014-]");
    private static final Pattern BLOCK = Pattern.compile(";\\s*(?:\n|\\\\n)|</?(?:li|p|div|h\\d|w:p|text:p)\\b");
    /** A shorter line was not wrapped: what follows it may be another sentence, of another person. */
    private static final int SHORTEST_WRAPPED = 40;

    private static final Pattern DASH = Pattern.compile(" +-+ +");
    private static final Pattern CELL_GAP = Pattern.compile("[ \"\\\\]*[;|\\t,][ \"\\\\]*");
    private static final Pattern RECORD_END =
            Pattern.compile("\\}\\s*,\\s*\\{|\\]\\s*,\\s*\\[|\\n|\\\\n|</(?:tr|w:tr|row|table:table-row)>");
    private static final Pattern KEY = Pattern.compile("\"([\\p{L}\\w.-]{1,40})\\\\*\"\\s*:\\s*\\\\*\"$");
    private static final Pattern FAMILY_KEY =
            Pattern.compile("^(?:family|last|sur|nom(?!bre)|apellido)", Pattern.CASE_INSENSITIVE);
    private static final Pattern GIVEN_KEY =
            Pattern.compile("^(?:given|first|pr[e\u00e9]nom|nombre)", Pattern.CASE_INSENSITIVE);

    /** Whether a name precedes in the same list, which is separated by commas, or a list of JSON. */
    boolean isListedBefore(int word) {
        if (word == 0 || words.gapLength(word - 1) > LONGEST_GAP) {
            return false;
        }
        String gap = words.gap(word - 1);
        return neighbours.isName(word - 1) && LISTED.matcher(gap).matches();
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
        return (LINE_END.matcher(words.gap(word)).matches() || words.gap(word).indexOf('"') >= 0)
                && !CELL_TAG.matcher(source(word)).find();
    }

    /** What the source has between a word and the next one. */
    private String source(int word) {
        return text.source().substring(text.to(words.end(word) - 1), text.from(words.start(word + 1)));
    }

    /**
     * Whether a line end parts the names, which may be of different people: two items; or two blocks, a short line, or the
     * family name first, unless the names fill their lines. In running text a line end may be a wrapped line.
     */
    boolean isCutByItem(int first, int last, boolean reversed) {
        boolean alone = (first == 0 || LINE_START.matcher(words.gap(first - 1)).matches()) && isLineEnd(last);
        boolean cut = !alone && (reversed || isListedBefore(first) || isLabel(last));
        for (int i = first; i < last; i++) {
            if (words.gap(i).indexOf('\n') >= 0 && !CELL_TAG.matcher(source(i)).find()) {
                cut |= ITEM.matcher(source(i)).find();
                cut |= !alone && (BLOCK.matcher(source(i)).find() || isShortLine(i));
            }
        }
        return cut;
    }

    /** Whether the line that a word ends is too short to be a wrapped one; a hyphen at its end tells that it is. */
    private boolean isShortLine(int word) {
        int at = words.end(word) - 1;
        while (at >= 0 && !text.hasLetterAt(at, '\n')) {
            at--;
        }
        return words.end(word) - at <= SHORTEST_WRAPPED && words.gap(word).indexOf('-') < 0;
    }

    /** Whether a colon follows. */
    private boolean isLabel(int word) {
        return word + 1 < words.size() && words.gap(word).strip().startsWith(":");
    }

    /** Whether a dash between blanks parts the names, as a subject from what is said of it, and they do not fill a line. */
    boolean isCutByDash(int first, int last) {
        boolean dash = false;
        for (int i = first; i < last; i++) {
            dash |= DASH.matcher(words.gap(i)).matches();
        }
        return dash && !(isLineEnd(first - 1) && isLineEnd(last));
    }

    private boolean isNameLine(int word, int step) {
        int end = word;
        while (end >= 0 && end < words.size() && Math.abs(end - word) < MOST_NAMES && neighbours.isName(end)) {
            if (isLineEnd(step < 0 ? end - 1 : end)) {
                return true;
            }
            end += step;
        }
        return false;
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

    /** Whether an unknown name follows in the same list, which ends or goes on with a comma: a list of single names. */
    boolean isListedAfter(int word) {
        if (names.isCompound() || word + 1 >= words.size() || !words.gap(word).equals(", ")) {
            return false;
        }
        return neighbours.isName(word + 1)
                && (word + 2 >= words.size() || !neighbours.isBlankAfter(word + 1) || isAnd(word + 2));
    }

    private boolean isAnd(int word) {
        return words.word(word).matches("et|and|y|e|ou|or");
    }

    /** Whether a blank line is between the words. */
    boolean isCutByBlankLine(int first, int last) {
        for (int i = first; i < last; i++) {
            if (BLANK_LINE.matcher(source(i)).find()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the names may be of different people: beside another's in cells of the same row ("Luc;Marie;Tremblay"), in
     * cells that say more, or under keys that are not those of one name ("nom", "prenom2").
     *
     * @param comma whether another sign than a tab separates the names
     */
    boolean isInCellsOfAnother(int first, int last, boolean comma) {
        boolean cells = comma
                || text.between(words.start(first), words.end(last)).indexOf('\t') >= 0
                || CELL_TAG.matcher(
                                text.source().substring(text.from(words.start(first)), text.to(words.end(last) - 1)))
                        .find();
        if (!cells) {
            return false;
        }
        boolean before = first > 0 && isNameInCell(first - 1, first - 1);
        boolean after = last + 1 < words.size() && isNameInCell(last, last + 1);
        return (before && (after || names.isGivenAlone(words.id(first)) || neighbours.isGivenOnFile(first - 1)))
                || (after && neighbours.isGivenOnFile(last + 1))
                || neighbours.isInSentence(first, last)
                || areKeysOfAnother(first, last);
    }

    private boolean isNameInCell(int gap, int word) {
        return neighbours.isName(word)
                && !words.isRowEnd(gap)
                && (CELL_GAP.matcher(words.gap(gap)).matches()
                        || CELL_TAG.matcher(source(gap)).find());
    }

    private boolean areKeysOfAnother(int first, int last) {
        if (text.source()
                        .substring(text.from(words.start(first)), text.to(words.end(last) - 1))
                        .indexOf('"')
                < 0) {
            return false;
        }
        Set<String> rests = new HashSet<>();
        for (int i = first; i <= last; i++) {
            int at = text.from(words.start(i));
            Matcher key = KEY.matcher(text.source().substring(Math.max(0, at - LONGEST_KEY), at));
            if (words.isOfName(i) && key.find()) {
                Matcher given = GIVEN_KEY.matcher(key.group(1));
                Matcher family = FAMILY_KEY.matcher(key.group(1));
                if (names.isGiven(words.id(i)) && given.find()) {
                    rests.add(key.group(1).substring(given.end()));
                } else if (names.isFamily(words.id(i)) && family.find()) {
                    rests.add(key.group(1).substring(family.end()));
                } else if (names.isGiven(words.id(i)) || names.isFamily(words.id(i))) {
                    return true;
                }
            }
        }
        return rests.size() > 1;
    }

    boolean isWholeText(int first, int last) {
        return words.start(first) == 0 && words.end(last) == text.length();
    }

    /** Whether the words fill the text, or a value in quotes. */
    boolean isWholeField(int first, int last) {
        return isEdge(words.start(first) - 1) && isEdge(words.end(last));
    }

    private boolean isEdge(int unit) {
        return unit < 0 || unit >= text.length() || text.at(unit) == '"';
    }

    /** Whether the word begins the value of an attribute whose name ends so. */
    boolean isAttribute(int word, String name) {
        return text.source().startsWith(name + "=\"", text.from(words.start(word)) - name.length() - 2);
    }

    /** Whether two values that are names in quotes belong to one record, and neither has another name beside it. */
    boolean areOfOneRecord(int last, int first) {
        if (first - last > MOST_BETWEEN) {
            return false;
        }
        String between = text.source().substring(text.to(words.end(last) - 1), text.from(words.start(first)));
        boolean others = first - last > 2
                && neighbours.isName(last + 1)
                && neighbours.isName(first - 1)
                && LISTED.matcher(words.gap(last)).matches()
                && LISTED.matcher(words.gap(first - 1)).matches();
        return !others && !RECORD_END.matcher(between).find();
    }
}
