package org.convergence.platform.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.convergence.platform.redaction.Mention.MentionKind;

/** Chooses among overlapping findings of several searches. */
final class NameSpans {

    private NameSpans() {}

    /** Removes overlaps: certain matches win, then earlier ones. */
    static List<NameSpan> apart(List<NameSpan> all) {
        List<NameSpan> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingInt(NameSpan::from).thenComparing(NameSpan::to, Comparator.reverseOrder()));
        List<NameSpan> certain =
                merge(sorted.stream().filter(each -> each.doubt() == null).toList(), List.of());
        List<NameSpan> others =
                merge(sorted.stream().filter(each -> each.doubt() != null).toList(), certain);
        List<NameSpan> both = new ArrayList<>(certain);
        both.addAll(others);
        both.sort(Comparator.comparingInt(NameSpan::from));
        return both;
    }

    /** Merges two lists sorted by position. */
    private static List<NameSpan> merge(List<NameSpan> some, List<NameSpan> before) {
        List<NameSpan> kept = new ArrayList<>();
        int at = 0;
        int end = 0;
        for (NameSpan each : some) {
            while (at < before.size() && before.get(at).to() <= each.from()) {
                at++;
            }
            if (each.from() >= end && (at == before.size() || !before.get(at).overlaps(each))) {
                kept.add(each);
                end = each.to();
            }
        }
        return kept;
    }

    /** Removes those that overlap one of the others. */
    static void removeOverlaps(List<NameSpan> some, List<NameSpan> others) {
        TreeMap<Integer, Integer> places = new TreeMap<>();
        others.forEach(each -> places.merge(each.from(), each.to(), Math::max));
        some.removeIf(each -> {
            Map.Entry<Integer, Integer> other = places.lowerEntry(each.to());
            return other != null && other.getValue() > each.from();
        });
    }

    /**
     * What is certain waits where the same record holds a doubtful place, so that nobody reads a name or a number beside the
     * code name. Where none is put in, as at an erasure, a name waits only for one whose words are apart, as in two cells.
     *
     * @param coded whether a code name stands for the person
     */
    static List<NameSpan> withoutThoseBesideDoubt(NormalizedText text, List<NameSpan> all, boolean coded) {
        if (all.stream().allMatch(each -> each.doubt() == null)
                || all.stream().noneMatch(each -> each.doubt() == null)) {
            return all;
        }
        NavigableSet<Integer> ends = recordEnds(text);
        Set<Integer> doubtful = new HashSet<>();
        Set<Integer> forNames = new HashSet<>();
        for (NameSpan each : all) {
            if (each.doubt() != null && !each.address()) {
                Integer record = ends.floor(each.from());
                doubtful.add(record);
                if (coded || each.doubt() == MentionKind.APART) {
                    forNames.add(record);
                }
            }
        }
        return all.stream()
                .map(each ->
                        each.doubt() == null && (each.address() ? doubtful : forNames).contains(ends.floor(each.from()))
                                ? each.as(MentionKind.BESIDE)
                                : each)
                .toList();
    }

    /** Where records end: rows of a table, values of an object in JSON, else paragraphs. */
    static NavigableSet<Integer> recordEnds(NormalizedText text) {
        TreeSet<Integer> ends = new TreeSet<>(Set.of(-1));
        boolean rows = text.toString().indexOf(NormalizedText.ROW_END) >= 0;
        boolean values = text.source().startsWith("{");
        boolean line = true;
        for (int i = 0; i < text.length(); i++) {
            char each = text.at(i);
            if (rows ? each == NormalizedText.ROW_END : (line && each == '\n') || (values && each == '"')) {
                ends.add(text.from(i));
            }
            // Two characters end a line of Windows.
            line = text.source().charAt(text.from(i)) != '\r' && each == '\n';
        }
        return ends;
    }
}
