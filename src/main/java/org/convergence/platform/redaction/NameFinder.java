package org.convergence.platform.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.convergence.platform.redaction.Mention.MentionKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds a person's names among the words of a normalized text. Each word is examined a bounded number of times, so that
 * the time is linear in the length of the text, whatever its content.
 */
final class NameFinder {

    private static final int CONTEXT = 3;
    private static final int LONGEST_CONTEXT = 20;
    private static final int MOST_INITIALS = 6;
    private static final int MOST_UNKNOWN = 2;
    private static final int MOST_WORDS = 10;

    private final NameWords names;
    private final NameIndex index;
    private final NormalizedText text;
    private final WordList words;
    private final NeighbouringWords neighbours;
    private final int[] ids;
    private final boolean[] taken;
    private final List<NameSpan> spans = new ArrayList<>();
    private boolean anyWord;

    private NameFinder(NameIndex index, NormalizedText text, Set<String> givenNames) {
        this.names = index.names();
        this.index = index;
        this.text = text;
        this.words = new WordList(text);
        this.ids = new int[words.size()];
        this.taken = new boolean[words.size()];
        this.neighbours = new NeighbouringWords(text, words, ids, names, givenNames);
        for (int i = 0; i < ids.length; i++) {
            ids[i] = index.find(text, words, i);
            anyWord |= ids[i] >= 0;
        }
    }

    /**
     * @param spelled whether words may have been spelled letter by letter, so that their letters joined are a name
     * @param givenNames words of any given names, folded
     */
    static List<NameSpan> find(NameIndex index, NormalizedText text, boolean spelled, Set<String> givenNames) {
        var matching = new NameFinder(index, text, givenNames);
        matching.joined(spelled);
        if (matching.anyWord) {
            matching.inFull();
            matching.incomplete();
            matching.acrossCells();
            matching.runs();
        }
        matching.initials();
        return matching.spans;
    }

    private void add(int first, int last, @Nullable MentionKind doubt) {
        Arrays.fill(taken, first, last + 1, true);
        spans.add(new NameSpan(
                text.from(words.start(first)),
                text.to(words.end(last) - 1),
                doubt,
                doubt == null ? "" : context(first, last)));
    }

    private String context(int first, int last) {
        var said = new StringBuilder();
        int end = Math.min(Math.min(last, first + LONGEST_CONTEXT) + CONTEXT, words.size() - 1);
        for (int i = Math.max(0, first - CONTEXT); i <= end; i++) {
            said.append(words.word(i)).append(i == first - 1 || i == last ? '|' : ' ');
        }
        return said.toString();
    }

    private void inFull() {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] < 0 || taken[i]) {
                continue;
            }
            FullNameMatch best = null;
            for (int[] name : index.beginning(ids[i])) {
                FullNameMatch match = match(i, name);
                if (match != null && (best == null || match.last() > best.last())) {
                    best = match;
                }
            }
            if (best != null) {
                add(i, best.last(), doubt(i, best));
                i = best.last();
            }
        }
    }

    private @Nullable FullNameMatch match(int first, int[] name) {
        var match = new FullNameMatch(
                first, false, false, false, false, false, names.isFamily(name[0]) && !names.isGiven(name[0]));
        for (int i = 1; i < name.length; i++) {
            WordGap gap = WordGap.after(match.last(), words, text);
            if (gap == null || ids[gap.next()] != name[i] || isGlued(match.last(), gap.next())) {
                return null;
            }
            match = match.followedBy(gap, WordGap.inText(match.last(), words, text) != null);
        }
        return match;
    }

    /** Whether two runs of letters adjoin, as after a figure. */
    private boolean isGlued(int word, int next) {
        return next == word + 1 && words.gapLength(word) == 0 && words.isLetters(word) && words.isLetters(next);
    }

    private @Nullable MentionKind doubt(int first, FullNameMatch match) {
        if (neighbours.isInAddress(first, match.last())) {
            return MentionKind.JOINED;
        }
        if (match.point()) {
            return match.blank() ? MentionKind.NEIGHBOURS : MentionKind.JOINED;
        }
        boolean before = neighbours.isNameBefore(first);
        boolean after = neighbours.isNameAfter(match.last());
        boolean listed = match.comma() || (match.line() && match.reversed());
        boolean doubtful = (listed && (before || after)) || (match.line() && before && after);
        doubtful |= match.line() && (neighbours.isCellBefore(first) || neighbours.isCellAfter(match.last()));
        doubtful |= match.line() && neighbours.isInColumn(first, match.last());
        doubtful |= match.enumerated() && names.isGiven(ids[first]) && !names.isFamily(ids[first]);
        doubtful |= match.comma() && neighbours.isListedBefore(first);
        doubtful |= neighbours.isCompoundBefore(first) || neighbours.isCompoundAfter(match.last());
        doubtful |= neighbours.isCompoundInside(first, match.last());
        doubtful |= match.comma() && neighbours.isPartOfFields(first, match.last());
        doubtful |= match.blank() && neighbours.isPartOfLonger(first, match.last());
        return doubtful ? MentionKind.NEIGHBOURS : null;
    }

    private void joined(boolean spelled) {
        for (int i = 0; i < words.size(); i++) {
            if (!taken[i]
                    && words.length(i) >= index.shortestJoined()
                    && index.holdsJoined(text, words.start(i), words.end(i))) {
                boolean certain = spelled && isSpelled(i) && names.isJoinedInFull(words.word(i));
                add(i, i, certain ? null : MentionKind.JOINED);
            }
        }
    }

    /** Whether the word has other characters between its letters. */
    private boolean isSpelled(int word) {
        for (int i = words.start(word) + 1; i < words.end(word); i++) {
            if (text.from(i) == text.to(i - 1)) {
                return false;
            }
        }
        return true;
    }

    /** Names with unknown words in them, as in a misspelt one, or beside the code name. */
    private void incomplete() {
        for (int start = 0; start < ids.length; start++) {
            boolean given = false;
            boolean family = false;
            boolean code = false;
            int last = start - 1;
            int known = 0;
            for (int i = start;
                    i < Math.min(ids.length, start + MOST_WORDS)
                            && i - last <= MOST_UNKNOWN + 1
                            && !taken[i]
                            && (i == start || neighbours.isLinked(i - 1))
                            && (ids[i] >= 0 || isCodeName(i) || (i > start && neighbours.isName(i)));
                    i++) {
                if (ids[i] >= 0 || isCodeName(i)) {
                    last = i;
                    known++;
                    code |= ids[i] < 0;
                    given |= names.isGiven(ids[i]) && names.isPart(ids[i]);
                    family |= names.isFamily(ids[i]) && names.isPart(ids[i]) && !names.isGiven(ids[i]);
                }
            }
            if (code ? given || family : given && family && known <= last - start) {
                add(start, last, MentionKind.NEIGHBOURS);
            }
            start = Math.max(start, last);
        }
    }

    /** Some of the given names and of the family names, in neighbouring cells or fields. */
    private void acrossCells() {
        for (int start = 0; start < ids.length; start++) {
            int last = start;
            if (ids[start] < 0 || taken[start]) {
                continue;
            }
            boolean cells = false;
            Set<Integer> all = new HashSet<>(Set.of(ids[start]));
            WordGap gap = WordGap.after(start, words, text);
            while (gap != null && ids[gap.next()] >= 0 && !taken[gap.next()]) {
                cells |= WordGap.inText(last, words, text) == null;
                last = gap.next();
                all.add(ids[last]);
                gap = WordGap.after(last, words, text);
            }
            if (cells
                    && all.stream().anyMatch(each -> names.isGiven(each) && names.isPart(each))
                    && all.stream().anyMatch(each -> names.isFamily(each) && !names.isGiven(each))) {
                add(start, last, MentionKind.SHORTENED);
            }
            start = last;
        }
    }

    private boolean isCodeName(int word) {
        return ids[word] < 0 && words.isCapital(word) && names.isCodeName(words.word(word));
    }

    private void runs() {
        for (int start = 0; start < ids.length; start++) {
            if (ids[start] < 0 || taken[start]) {
                continue;
            }
            int end = start;
            Set<Integer> all = new HashSet<>(Set.of(ids[start]));
            while (end + 1 < ids.length && ids[end + 1] >= 0 && !taken[end + 1] && !words.isRowEnd(end)) {
                all.add(ids[++end]);
            }
            if (names.isWhole(all)) {
                add(start, end, MentionKind.APART);
            } else {
                parts(start, end);
            }
            start = end;
        }
    }

    /** Splits consecutive words of the person's names into groups of adjacent words, and searches each group. */
    private void parts(int start, int end) {
        int first = start;
        for (int i = start; i <= end; i++) {
            if (i == end || WordGap.inText(i, words, text) == null) {
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
            all.add(ids[i]);
            given |= names.isGiven(ids[i]);
            family |= names.isFamily(ids[i]) && !names.isGiven(ids[i]);
            told |= names.isPart(ids[i]);
        }
        boolean compound = names.isCompoundFamily(all);
        int before = family ? neighbours.initialsBefore(first) : first;
        int after = last + 1 < ids.length
                        && neighbours.isInitialAfter(last, family && !given ? names::beginsGiven : names::beginsFamily)
                ? last + 1
                : last;
        if (given && family && told) {
            add(first, last, MentionKind.SHORTENED);
        } else if (told && (before < first || after > last)) {
            add(before, after, MentionKind.INITIALS);
        } else if (told && neighbours.mayBeAlone(first, last, given, family, compound)) {
            add(compound ? neighbours.namesBefore(first) : first, last, MentionKind.PART);
        }
    }

    private void initials() {
        for (int i = 0; i + 1 < ids.length; i++) {
            if (!isInitial(i)) {
                continue;
            }
            var letters = new StringBuilder(words.word(i));
            int last = i;
            while (last - i < MOST_INITIALS
                    && last + 1 < ids.length
                    && isInitial(last + 1)
                    && words.gap(last).matches("\\.[ -]?|-")) {
                letters.append(words.word(++last));
            }
            if (last > i && text.hasLetterAt(words.end(last), '.') && names.areInitials(letters.toString())) {
                add(i, last, MentionKind.INITIALS);
            }
            i = last;
        }
    }

    private boolean isInitial(int word) {
        return !taken[word] && words.length(word) == 1 && words.isCapital(word) && words.isLetters(word);
    }
}
