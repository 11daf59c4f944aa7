package org.convergence.platform.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.convergence.platform.redaction.Mention.MentionKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds a person's names among the words of a normalized text. Each word is examined a bounded number of times, so that
 * the time is linear in the length of the text, whatever its content.
 */
final class NameFinder {

    private static final int CONTEXT = 3;
    private static final int LONGEST_CONTEXT = 20;
    private static final int MOST_UNKNOWN = 2;
    private static final int MOST_WORDS = 10;
    private static final int FEWEST_LEFT = 3;
    private static final int MOST_BETWEEN = 6;
    private static final Pattern IN_ADDRESS = Pattern.compile("[._+@-]?");

    private final NameWords names;
    private final NameIndex index;
    private final NormalizedText text;
    private final WordList words;
    private final NeighbouringWords neighbours;
    private final NameBorders borders;
    private final LoneName lone;
    private final boolean[] taken;
    private final List<NameSpan> spans = new ArrayList<>();
    private final NameFields fields;
    private final NameRuns runs;

    private final BitSet besideAddresses = new BitSet();

    private NameFinder(NameIndex index, NormalizedText text, OtherNames others, List<NameSpan> addresses) {
        for (NameSpan each : addresses) {
            besideAddresses.set(Math.max(0, each.from() - MOST_BETWEEN), each.from() + 1);
            besideAddresses.set(each.to(), each.to() + MOST_BETWEEN + 1);
        }
        this.names = index.names();
        this.index = index;
        this.text = text;
        this.words = new WordList(text, index);
        this.taken = new boolean[words.size()];
        this.neighbours = new NeighbouringWords(text, words, names, others);
        this.borders = new NameBorders(text, words, names, neighbours);
        this.lone = new LoneName(text, words, names, neighbours);
        this.fields = new NameFields(this, text, words, neighbours, lone);
        this.runs =
                new NameRuns(this, words, names, neighbours, lone, new NameEntries(words, names, neighbours, borders));
    }

    /**
     * @param spelled whether words may have been spelled letter by letter, so that their letters joined are a name
     * @param addresses the person's addresses and numbers there: a word of the names beside one is hers, though ordinary
     */
    static List<NameSpan> find(
            NameIndex index, NormalizedText text, boolean spelled, OtherNames others, List<NameSpan> addresses) {
        var matching = new NameFinder(index, text, others, addresses);
        new JoinedWordFinder(matching, matching.names, text, matching.words).find(index, spelled);
        if (matching.words.areAnyOfName()) {
            matching.inFull(spelled);
            matching.incomplete();
            matching.runs.find();
            matching.fields.findPairs();
        }
        new InitialsFinder(matching, matching.names, text, matching.words, matching.neighbours, matching.fields).find();
        return matching.spans;
    }

    void add(int start, int end, @Nullable MentionKind doubt) {
        int first = doubt == null ? start : borders.firstOf(start, end);
        int named = doubt == null ? end : borders.lastWithoutParticles(first, end);
        int last = doubt == MentionKind.SHORTENED && isCutAfter(named) ? named + 1 : named;
        Arrays.fill(taken, first, last + 1, true);
        spans.add(new NameSpan(
                text.from(words.start(first)), text.to(words.end(last) - 1), doubt, context(first, last), false));
    }

    /** Adds some letters of a word. */
    void addLetters(int word, int start, int end, MentionKind doubt) {
        taken[word] = true;
        spans.add(new NameSpan(text.from(start), text.to(end - 1), doubt, context(word, word), false));
    }

    boolean isTaken(int word) {
        return taken[word];
    }

    private String context(int first, int last) {
        var said = new StringBuilder();
        int end = Math.min(Math.min(last, first + LONGEST_CONTEXT) + CONTEXT, words.size() - 1);
        for (int i = Math.max(0, first - CONTEXT); i <= end; i++) {
            said.append(words.word(i)).append(i == first - 1 || i == last ? '|' : ' ');
        }
        return said.toString();
    }

    private void inFull(boolean spelled) {
        for (int i = 0; i < words.size(); i++) {
            if (!words.isOfName(i) || taken[i]) {
                continue;
            }
            int last = -1;
            for (int[] name : index.beginning(words.id(i))) {
                last = Math.max(last, borders.lastOf(name, i));
            }
            if (last >= 0) {
                MentionKind doubt = doubt(i, last, spelled);
                if (doubt == MentionKind.APART) {
                    runs.inEntries(i, last, doubt);
                } else {
                    add(i, last, doubt);
                }
                i = last;
            }
        }
    }

    private @Nullable MentionKind doubt(int first, int last, boolean spelled) {
        if (neighbours.isInAddress(first, last)) {
            return MentionKind.JOINED;
        }
        if (borders.isJoined(first, last)) {
            return MentionKind.LONGER;
        }
        if (borders.isInColumns(first, last)) {
            return MentionKind.APART;
        }
        if (IntStream.rangeClosed(first, last).anyMatch(this::isRespelled)) {
            return MentionKind.JOINED;
        }
        boolean doubtful = borders.isLonger(first, last, spelled) || (!spelled && neighbours.areOrdinary(first, last));
        return doubtful ? MentionKind.NEIGHBOURS : null;
    }

    /** Whether the word is a name whose particle is joined to it here, and apart on file; or the other way round. */
    private boolean isRespelled(int word) {
        return names.isRespelled(words.id(word)) || words.isParted(word);
    }

    /** Names with unknown words in them, as in a misspelt one, or beside the code name. */
    private void incomplete() {
        for (int start = 0; start < words.size(); start++) {
            boolean given = false;
            boolean family = false;
            boolean code = false;
            int last = start - 1;
            int known = 0;
            for (int i = start;
                    i < Math.min(words.size(), start + MOST_WORDS)
                            && i - last <= MOST_UNKNOWN + 1
                            && !taken[i]
                            && (i == start || neighbours.isLinked(i - 1))
                            && (words.isOfName(i)
                                    || isCodeName(i)
                                    || (i > start && neighbours.isName(i) && !(family && neighbours.isGivenName(i))));
                    i++) {
                if (words.isOfName(i) || isCodeName(i)) {
                    last = i;
                    known++;
                    code |= !words.isOfName(i);
                    given |= names.isGiven(words.id(i)) && names.isPart(words.id(i));
                    family |= names.isFamilyAlone(words.id(i)) && names.isPart(words.id(i));
                }
            }
            if (code ? given || family : given && family && known <= last - start) {
                add(start, last, MentionKind.LONGER);
            }
            start = Math.max(start, last);
        }
    }

    private boolean isCodeName(int word) {
        return !words.isOfName(word) && words.isCapital(word) && names.isCodeName(words.word(word));
    }

    /** Splits consecutive words of one of the names into groups of adjacent words, and searches each group. */
    void parts(int start, int end) {
        int first = start;
        for (int i = start; i <= end; i++) {
            if (i == end || !neighbours.isAdjacent(i)) {
                part(first, i);
                first = i + 1;
            }
        }
    }

    private void part(int first, int last) {
        boolean given = false;
        boolean family = false;
        boolean told = false;
        Set<Integer> all = new HashSet<>();
        for (int i = first; i <= last; i++) {
            all.add(words.id(i));
            given |= names.isGiven(words.id(i));
            family |= names.isFamilyAlone(words.id(i));
            told |= names.isPart(words.id(i));
        }
        boolean compound = names.isCompoundFamily(all);
        boolean weak = !told && all.stream().anyMatch(names::isShortPart);
        int before = family || weak ? neighbours.initialsBefore(first) : first;
        int after = neighbours.isInitialAfter(last, family && !given ? names::beginsGiven : names::beginsFamily)
                        || (given && !family && neighbours.isFamilyInitialsAfter(last))
                ? last + 1
                : last;
        if (given && family && told) {
            add(first, withRestOfFamily(first, last), MentionKind.SHORTENED);
        } else if ((told || (weak && lone.isShortNameAtInitial(first, last))) && (before < first || after > last)) {
            add(before, after, MentionKind.INITIALS);
        } else if (weak && lone.isShortNameAlone(first, last)) {
            add(first, last, MentionKind.PART);
        } else if (given && !family && isCutAfter(last)) {
            add(first, last, MentionKind.SHORTENED);
        } else if (told && fields.isWholeField(first, last)) {
            fields.add(first, last, given, family);
        } else if (told && lone.mayBeAlone(first, last, given, family, compound)) {
            int named = given ? first : neighbours.withInitialBefore(first);
            add(compound ? neighbours.namesBefore(first) : named, last, MentionKind.PART);
        } else if (told
                && (isBesideAddress(first, last)
                        || isBesideCodeName(first, last)
                        || isAddressBesideName(first, last))) {
            add(first, last, MentionKind.PART);
        }
    }

    /** With the word behind a particle of the family name, if it may be a cut or misspelt one; else without the particle. */
    int withRestOfFamily(int first, int last) {
        int next = last + 1;
        if (!NameWords.isParticle(words.word(last)) || next == words.size() || !words.isLetters(next)) {
            return last;
        }
        boolean blank = neighbours.isBlankAfter(last);
        boolean alike = names.isFamilyAlike(words.word(next));
        if ((words.gap(last).matches("-|' ?") && (alike || words.isCapital(next)))
                || (blank && alike && words.isCapital(next))) {
            return next;
        }
        int kept = last;
        while (blank && kept > first && words.isCapital(next) && NameWords.isParticle(words.word(kept))) {
            kept--;
        }
        return kept;
    }

    private boolean isBesideAddress(int first, int last) {
        return besideAddresses.get(text.from(words.start(first))) || besideAddresses.get(text.to(words.end(last) - 1));
    }

    /** Whether it is in an address beside a name of hers: "Ana Pérez <a.perez@exemple.org>". */
    private boolean isAddressBesideName(int first, int last) {
        if (!neighbours.isInAddress(first, last)) {
            return false;
        }
        int before = first - 1;
        while (before > Math.max(0, first - MOST_WORDS)
                && IN_ADDRESS.matcher(words.gap(before)).matches()) {
            before--;
        }
        int after = last + 1;
        while (after < Math.min(words.size(), last + MOST_WORDS)
                && IN_ADDRESS.matcher(words.gap(after - 1)).matches()) {
            after++;
        }
        return (before >= 0 && taken[before] && words.gapLength(before) <= MOST_BETWEEN)
                || (after < words.size() && taken[after] && words.gapLength(after - 1) <= MOST_BETWEEN);
    }

    private boolean isBesideCodeName(int first, int last) {
        return (first > 0 && isCodeName(first - 1) && words.gapLength(first - 1) <= MOST_BETWEEN)
                || (last + 1 < words.size() && isCodeName(last + 1) && words.gapLength(last) <= MOST_BETWEEN);
    }

    /**
     * Whether a beginning of another of the names follows: behind a hyphen, in capitals, at the end of the text or before
     * figures, since a bank cuts lines.
     */
    private boolean isCutAfter(int last) {
        int next = last + 1;
        if (next >= words.size() || words.length(next) < FEWEST_LEFT || !names.isBegun(words.word(next))) {
            return false;
        }
        return words.gap(last).equals("-")
                || (neighbours.isBlankAfter(last)
                        && (neighbours.isAllCapitals(next)
                                || borders.isEdge(words.end(next))
                                || (neighbours.isBlankAfter(next) && !words.isLetters(next + 1))));
    }
}
