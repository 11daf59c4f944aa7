package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.plan.reading.domain.outline.Mark.Kind;
import org.convergence.plan.reading.domain.outline.Mark.Rank;
import org.jspecify.annotations.Nullable;

/**
 * Finds which lines of a plan are its objectives, whatever they are called. Words that name a top level come first, then
 * styles and numbers, then short lines over lists; from there it climbs to whatever regularly stands over them.
 */
final class ObjectiveFinder {

    private final List<Block> blocks;
    private final Map<String, List<Integer>> places = new LinkedHashMap<>();

    ObjectiveFinder(List<Block> blocks) {
        this.blocks = blocks;
        for (int i = 0; i < blocks.size(); i++) {
            Mark mark = blocks.get(i).mark();
            if (isAnnouncing(mark)) {
                places.computeIfAbsent(mark.key(), key -> new ArrayList<>()).add(i);
            }
        }
    }

    private static boolean isAnnouncing(Mark mark) {
        return mark.is(Kind.WORD)
                || mark.is(Kind.TITLE)
                || mark.is(Kind.COLUMN)
                || (mark.is(Kind.NUMBER) && !mark.isItem());
    }

    /** The key of the objectives, or null if the text has nothing like a plan. */
    @Nullable
    String find() {
        String key = byWord(Rank.TOP);
        key = key == null ? byShape() : key;
        key = key == null ? byWord(Rank.MEANS) : key;
        key = key == null ? byWord(Rank.ACTION) : key;
        if (key == null) {
            return null;
        }
        String above = above(key);
        for (int i = 0; above != null && i < 4; i++) {
            key = above;
            above = above(key);
        }
        return key;
    }

    /** Where lines with this key stand. */
    List<Integer> places(String key) {
        return places.getOrDefault(key, List.of());
    }

    /** The first word or column of this rank that opens lists; one that comes once yields to one that comes back. */
    private @Nullable String byWord(Rank rank) {
        String once = null;
        for (Map.Entry<String, List<Integer>> entry : places.entrySet()) {
            Mark mark = blocks.get(entry.getValue().get(0)).mark();
            if (mark.rank() == rank && (mark.is(Kind.WORD) || mark.is(Kind.COLUMN))) {
                long opening = entry.getValue().stream().filter(this::opens).count();
                if (opening >= 2 || (opening == 0 && entry.getValue().size() >= 2 && once == null)) {
                    return entry.getKey();
                }
                once = once == null || (opening > 0 && !opensAny(once)) ? entry.getKey() : once;
            }
        }
        return once;
    }

    private boolean opensAny(String key) {
        return places(key).stream().anyMatch(this::opens);
    }

    private @Nullable String byShape() {
        String plain = null;
        for (Map.Entry<String, List<Integer>> entry : places.entrySet()) {
            Mark mark = blocks.get(entry.getValue().get(0)).mark();
            long opening = entry.getValue().stream()
                    .filter(i -> !isSection(i))
                    .filter(this::opens)
                    .count();
            boolean candidate = mark.is(Kind.TITLE) || mark.is(Kind.NUMBER);
            int enough = mark.key().equals("T:plain") || mark.key().equals("T:bold") ? 2 : 1;
            if (candidate && opening >= enough) {
                if (!mark.key().equals("T:plain")) {
                    return entry.getKey();
                }
                plain = plain == null ? entry.getKey() : plain;
            }
        }
        return plain;
    }

    /** The block is followed by lines of a list before the next of its kind or the next part of the text. */
    boolean opens(int place) {
        String key = blocks.get(place).mark().key();
        for (int i = place + 1; i < blocks.size(); i++) {
            Mark mark = blocks.get(i).mark();
            if (mark.key().equals(key) || isSection(i) || mark.key().equals("T:caps")) {
                return false;
            }
            if (!mark.is(Kind.NONE) && !mark.is(Kind.TITLE)) {
                return true;
            }
        }
        return false;
    }

    boolean isSection(int place) {
        Block block = blocks.get(place);
        return (block.mark().is(Kind.TITLE) || block.mark().is(Kind.NUMBER)) && SectionKind.of(block.text()) != null;
    }

    /** The key whose lines are regularly followed by one of the given key before anything else is announced. */
    private @Nullable String above(String key) {
        Map<String, Integer> over = new LinkedHashMap<>();
        List<Integer> below = places(key);
        for (int place : below) {
            int before = place - 1;
            while (before >= 0
                    && !isAnnouncing(blocks.get(before).mark())
                    && !blocks.get(before).mark().isItem()) {
                before--;
            }
            if (before >= 0 && isAnnouncing(blocks.get(before).mark()) && !isSection(before)) {
                over.merge(blocks.get(before).mark().key(), 1, Integer::sum);
            }
        }
        for (Map.Entry<String, Integer> entry : over.entrySet()) {
            long all =
                    places(entry.getKey()).stream().filter(i -> !isSection(i)).count();
            int times = entry.getValue();
            if (!entry.getKey().equals(key) && times >= 2 && times * 10L >= all * 6 && isHigher(entry.getKey(), key)) {
                return entry.getKey();
            }
        }
        return null;
    }

    private boolean isHigher(String upper, String lower) {
        Mark high = blocks.get(places(upper).get(0)).mark();
        Mark low = blocks.get(places(lower).get(0)).mark();
        boolean plain =
                (upper.equals("T:plain") && !low.is(Kind.NUMBER)) || (upper.equals("T:bold") && low.is(Kind.WORD));
        return !plain && places(upper).get(0) < places(lower).get(0) && !(high.is(Kind.NUMBER) && high.depth() > 1);
    }
}
