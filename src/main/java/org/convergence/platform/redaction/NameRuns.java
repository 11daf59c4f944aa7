package org.convergence.platform.redaction;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convergence.platform.redaction.Mention.MentionKind;
import org.convergence.platform.redaction.NameEntries.NameEntry;
import org.jspecify.annotations.Nullable;

/** Finds consecutive words of a person's names that are no certain name; each entry of a text is a place of its own. */
record NameRuns(
        NameFinder finder,
        WordList words,
        NameWords names,
        NeighbouringWords neighbours,
        LoneName lone,
        NameEntries entries) {

    /** Consecutive words of the names, whatever is between them: all of a name, some of both names, or one of them. */
    void find() {
        for (int start = 0; start < words.size(); start++) {
            if (!words.isOfName(start) || finder.isTaken(start)) {
                continue;
            }
            int end = start;
            while (isRun(start, end + 1)) {
                end++;
            }
            MentionKind kind = kind(start, end);
            if (kind == null) {
                finder.parts(start, end);
            } else {
                inLines(start, end, kind);
            }
            start = end;
        }
    }

    /** Why consecutive words of both names are doubtful; {@code null} if they are words of one name alone. */
    private @Nullable MentionKind kind(int first, int last) {
        Set<Integer> all =
                IntStream.rangeClosed(first, last).map(words::id).boxed().collect(Collectors.toSet());
        if (names.isWhole(all)) {
            return neighbours.isCompoundInside(first, last) ? MentionKind.LONGER : MentionKind.APART;
        }
        boolean both = all.stream().anyMatch(each -> names.isGiven(each) && names.isPart(each))
                && all.stream().anyMatch(each -> names.isFamilyAlone(each) && names.isPart(each));
        return both ? MentionKind.SHORTENED : null;
    }

    /** A line that has both names is another person's than the lines beside it. */
    private void inLines(int start, int end, MentionKind kind) {
        List<NameEntry> lines = entries.split(start, end, entries::isLineAfter);
        if (lines.stream().allMatch(each -> kind(each.first(), each.last()) == null)) {
            inEntries(start, end, kind);
            return;
        }
        for (NameEntry each : lines) {
            MentionKind own = kind(each.first(), each.last());
            if (own == null) {
                finder.parts(each.first(), each.last());
            } else {
                inEntries(each.first(), each.last(), own);
            }
        }
    }

    /** Each entry is a place of its own, so that no decision rewrites two people; the family name of another is none. */
    void inEntries(int start, int end, MentionKind kind) {
        List<NameEntry> all = entries.split(start, end, entries::isEntryAfter);
        List<NameEntry> hers = all.stream()
                .filter(each -> all.size() == 1 || !lone.isFamilyOfAnother(each.first(), each.last()))
                .toList();
        boolean one = hers.size() == all.size()
                && all.stream().noneMatch(each -> each.last() < end && entries.isSentenceAfter(each.last()));
        for (NameEntry each : hers) {
            MentionKind told = one ? kind : ownKind(each);
            if (told == MentionKind.SHORTENED) {
                finder.add(
                        neighbours.initialsBefore(each.first()),
                        finder.withRestOfFamily(each.first(), each.last()),
                        told);
            } else {
                finder.add(each.first(), each.last(), told);
            }
        }
    }

    private MentionKind ownKind(NameEntry entry) {
        MentionKind own = kind(entry.first(), entry.last());
        return own == null ? MentionKind.PART : own;
    }

    private boolean isRun(int start, int word) {
        return word < words.size()
                && words.isOfName(word)
                && !finder.isTaken(word)
                && !words.isRowEnd(word - 1)
                && neighbours.isInAddress(word, word) == neighbours.isInAddress(start, start);
    }
}
