package org.convergence.platform.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.convergence.platform.redaction.Mention.MentionKind;

/**
 * The names that fill a text, or a value in quotes. In JSON, a value in quotes is usually another record's, unless the
 * person's other name fills another value of the same record.
 */
record NameFields(
        NameFinder finder,
        NormalizedText text,
        WordList words,
        NeighbouringWords neighbours,
        LoneName lone,
        List<NameField> quoted) {

    private static final Pattern LISTED = Pattern.compile("\\s*,\\s+|\\\\*\"\\s*,\\s*\\\\*\"");
    private static final Pattern RECORD_END =
            Pattern.compile("\\}\\s*,\\s*\\{|\\]\\s*,\\s*\\[|\\n|\\\\n|</(?:tr|w:tr|row|table:table-row)>");
    private static final Pattern KEY = Pattern.compile("\"\\s*:\\s*\\[?\\s*\\\\*\"$");
    private static final int MOST_BETWEEN = 30;

    record NameField(int first, int last, boolean given, boolean family) {}

    NameFields(NameFinder finder, NormalizedText text, WordList words, NeighbouringWords neighbours, LoneName lone) {
        this(finder, text, words, neighbours, lone, new ArrayList<>());
    }

    void add(int first, int last, boolean given, boolean family) {
        boolean whole = isWholeText(first, last);
        if (!whole && !isAttribute(first, "") && isJson(first)) {
            quoted.add(new NameField(first, last, given, family));
        } else if (!lone.isOrdinary(first, last)) {
            finder.add(first, last, whole ? MentionKind.FIELD : MentionKind.PART);
        }
    }

    /** The given name and the family name in two values of one record, which do not touch. */
    void findPairs() {
        for (int i = 1; i < quoted.size(); i++) {
            NameField one = quoted.get(i - 1);
            NameField other = quoted.get(i);
            boolean both = (one.given() && other.family()) || (one.family() && other.given());
            if (both && areOfOneRecord(one.last(), other.first())) {
                for (NameField each : List.of(one, other)) {
                    if (!finder.isTaken(each.first())) {
                        finder.add(each.first(), each.last(), MentionKind.APART);
                    }
                }
            }
        }
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

    /** Whether the quotes before a word may be those of JSON. A piece of a long text may begin anywhere: then a key tells. */
    private boolean isJson(int word) {
        String source = text.source();
        int at = text.from(words.start(word));
        return source.startsWith("{")
                || source.startsWith("[")
                || KEY.matcher(source.substring(Math.max(0, at - MOST_BETWEEN), at))
                        .find();
    }

    /** Whether the word begins the value of an attribute whose name ends so. */
    boolean isAttribute(int word, String name) {
        return text.source().startsWith(name + "=\"", text.from(words.start(word)) - name.length() - 2);
    }

    /** Whether two values that are names in quotes belong to one record, and neither has another name beside it. */
    private boolean areOfOneRecord(int last, int first) {
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
