package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.convergence.plan.reading.domain.outline.Mark.Kind;
import org.convergence.plan.reading.domain.outline.Mark.Rank;
import org.jspecify.annotations.Nullable;

/**
 * Finds which lines of a plan are its objectives, whatever they are called. Words that name a top level come first,
 * then styles and numbers, then short lines above lists; from there it climbs to the lines regularly above them.
 */
final class ObjectiveFinder {

    private static final Pattern PLAN = Pattern.compile(
            "\\b(?:plans?|planification|planning|programmation|strategie|strategy|feuille de route|roadmap)\\b");
    private static final int FIRST = 3;

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

    /** The key of the objectives, or null if the text does not look like a plan. */
    @Nullable
    String find() {
        String key = byWord(Rank.TOP);
        String titles = key == null || isOnceWithoutCode(key) ? byShape() : null;
        boolean overTitles = key != null && titles != null && !opensTwiceAfter(titles, key);
        key = titles == null || overTitles ? key : titles;
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

    /** A general aim above the whole plan, once and without a number, is not an objective. */
    private boolean isOnceWithoutCode(String key) {
        return places(key).size() == 1 && blocks.get(places(key).get(0)).mark().code() == null;
    }

    private boolean opensTwiceAfter(String titles, String key) {
        boolean look = blocks.get(places(titles).get(0)).mark().is(Kind.TITLE) && !titles.equals("T:plain");
        int from = places(key).get(0);
        return look && places(titles).stream().filter(i -> i > from && opens(i)).count() >= 2;
    }

    /** The indexes of the blocks with this key. */
    List<Integer> places(String key) {
        return places.getOrDefault(key, List.of());
    }

    /** The first word or column of this rank that opens lists; a repeated one wins over a single one. */
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
                    .filter(i -> !isSection(i) && !isPlanTitle(i))
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

    /** One of the first lines, and it mentions a plan: it is the title. */
    boolean isPlanTitle(int place) {
        Block block = blocks.get(place);
        return place < FIRST && block.mark().is(Kind.TITLE) && speaksOfPlan(block.text());
    }

    static boolean speaksOfPlan(String text) {
        return text.length() < 160 && PLAN.matcher(Words.fold(text)).find();
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
