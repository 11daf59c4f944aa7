package org.convergence.platform.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

    /** A name within a longer name of another person becomes a mention. */
    static void doubtOthers(NormalizedText text, NameIndex longer, List<NameSpan> all) {
        List<NameSpan> others = NameFinder.find(longer, text, false, OtherNames.NONE).stream()
                .filter(each -> each.doubt() == null)
                .toList();
        all.replaceAll(each -> {
            String source = text.source();
            return others.stream()
                    .filter(other -> each.doubt() == null
                            && other.from() <= each.from()
                            && other.to() >= each.to()
                            && other.to() - other.from() > each.to() - each.from())
                    .findFirst()
                    .map(other -> new NameSpan(
                            each.from(),
                            each.to(),
                            Mention.MentionKind.NEIGHBOURS,
                            NameSpellings.plain(source.substring(other.from(), other.to()))))
                    .orElse(each);
        });
    }
}
