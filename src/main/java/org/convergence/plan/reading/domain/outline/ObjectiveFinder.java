package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.convergence.plan.reading.domain.outline.LineMark.LevelRank;
import org.convergence.plan.reading.domain.outline.LineMark.LineMarkKind;
import org.convergence.plan.reading.domain.outline.OutlinePart.ReadSectionKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds which lines of a plan are its objectives, whatever they are called. Words that name a top level come first,
 * then styles and numbers, then short lines above lists; from there it climbs to the lines regularly above them.
 */
final class ObjectiveFinder {

    private static final Pattern PLAN = Pattern.compile(
            "\\b(?:plans?|planification|planning|programmation|strategie|strategy|feuille de route|roadmap|hoja de ruta|"
                    + "(?:calendrier|calendario) (?:annuel|anual|d'actions?|de acciones|de actividades|d'activites|des activites)|calendar of (?:actions|activities))\\b");
    private static final int FIRST = 3;

    private final List<TextBlock> blocks;
    private final Map<String, List<Integer>> places = new LinkedHashMap<>();

    ObjectiveFinder(List<TextBlock> blocks) {
        this.blocks = blocks;
        for (int i = 0; i < blocks.size(); i++) {
            LineMark mark = blocks.get(i).mark();
            if (isAnnouncing(mark)) {
                places.computeIfAbsent(mark.key(), key -> new ArrayList<>()).add(i);
            }
        }
    }

    private static boolean isAnnouncing(LineMark mark) {
        return mark.hasKind(LineMarkKind.WORD)
                || mark.hasKind(LineMarkKind.TITLE)
                || mark.hasKind(LineMarkKind.COLUMN)
                || (mark.hasKind(LineMarkKind.NUMBER) && !mark.isItem());
    }

    /** The key of the objectives, or null if the text does not look like a plan. */
    @Nullable
    String findKey() {
        String key = byWord(LevelRank.TOP);
        String titles = key == null || isOnceWithoutCode(key) ? byShape() : null;
        boolean overTitles = key != null && titles != null && !opensTwiceAfter(titles, key);
        key = titles == null || overTitles ? key : titles;
        key = key == null ? byWord(LevelRank.MEANS) : key;
        key = key == null ? byWord(LevelRank.ACTION) : key;
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
        return indexesOf(key).size() == 1
                && blocks.get(indexesOf(key).get(0)).mark().code() == null;
    }

    private boolean opensTwiceAfter(String titles, String key) {
        boolean look =
                blocks.get(indexesOf(titles).get(0)).mark().hasKind(LineMarkKind.TITLE) && !titles.equals("T:plain");
        int from = indexesOf(key).get(0);
        return look
                && indexesOf(titles).stream()
                                .filter(i -> i > from && opensList(i))
                                .count()
                        >= 2;
    }

    /** The indexes of the blocks with this key. */
    List<Integer> indexesOf(String key) {
        return places.getOrDefault(key, List.of());
    }

    /** The first word or column of this rank that opens lists; a repeated one wins over a single one. */
    private @Nullable String byWord(LevelRank rank) {
        String once = null;
        for (Map.Entry<String, List<Integer>> entry : places.entrySet()) {
            LineMark mark = blocks.get(entry.getValue().get(0)).mark();
            if (mark.rank() == rank && (mark.hasKind(LineMarkKind.WORD) || mark.hasKind(LineMarkKind.COLUMN))) {
                long opening = entry.getValue().stream().filter(this::opensList).count();
                if (opening >= 2 || (opening == 0 && entry.getValue().size() >= 2 && once == null)) {
                    return entry.getKey();
                }
                once = once == null || (opening > 0 && !opensAny(once)) ? entry.getKey() : once;
            }
        }
        return once;
    }

    private boolean opensAny(String key) {
        return indexesOf(key).stream().anyMatch(this::opensList);
    }

    private @Nullable String byShape() {
        String plain = null;
        for (Map.Entry<String, List<Integer>> entry : places.entrySet()) {
            LineMark mark = blocks.get(entry.getValue().get(0)).mark();
            long opening = entry.getValue().stream()
                    .filter(i -> !isSection(i) && !isPlanTitle(i))
                    .filter(this::opensList)
                    .count();
            boolean candidate = mark.hasKind(LineMarkKind.TITLE) || mark.hasKind(LineMarkKind.NUMBER);
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
    boolean opensList(int place) {
        String key = blocks.get(place).mark().key();
        for (int i = place + 1; i < blocks.size(); i++) {
            LineMark mark = blocks.get(i).mark();
            if (mark.key().equals(key) || isSection(i) || mark.key().equals("T:caps")) {
                return false;
            }
            if (!mark.hasKind(LineMarkKind.NONE) && !mark.hasKind(LineMarkKind.TITLE)) {
                return true;
            }
        }
        return false;
    }

    /** One of the first lines, and it mentions a plan: it is the title. */
    boolean isPlanTitle(int place) {
        TextBlock block = blocks.get(place);
        return place < FIRST && block.mark().hasKind(LineMarkKind.TITLE) && mentionsPlan(block.text());
    }

    static boolean mentionsPlan(String text) {
        return text.length() < 160 && PLAN.matcher(TextAnalysis.fold(text)).find();
    }

    boolean isSection(int place) {
        TextBlock block = blocks.get(place);
        return (block.mark().hasKind(LineMarkKind.TITLE) || block.mark().hasKind(LineMarkKind.NUMBER))
                && ReadSectionKind.fromTitle(block.text()) != null;
    }

    /** The key whose lines are regularly followed by one of the given key before anything else is announced. */
    private @Nullable String above(String key) {
        Map<String, Integer> over = new LinkedHashMap<>();
        List<Integer> below = indexesOf(key);
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
            long all = indexesOf(entry.getKey()).stream()
                    .filter(i -> !isSection(i))
                    .count();
            int times = entry.getValue();
            if (!entry.getKey().equals(key) && times >= 2 && times * 10L >= all * 6 && isHigher(entry.getKey(), key)) {
                return entry.getKey();
            }
        }
        return null;
    }

    private boolean isHigher(String upper, String lower) {
        LineMark high = blocks.get(indexesOf(upper).get(0)).mark();
        LineMark low = blocks.get(indexesOf(lower).get(0)).mark();
        boolean plain = (upper.equals("T:plain") && !low.hasKind(LineMarkKind.NUMBER))
                || (upper.equals("T:bold") && low.hasKind(LineMarkKind.WORD));
        return !plain
                && indexesOf(upper).get(0) < indexesOf(lower).get(0)
                && !(high.hasKind(LineMarkKind.NUMBER) && high.depth() > 1);
    }
}
