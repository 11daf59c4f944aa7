package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Distinguishes the objectives from the places where a plan only lists them. A title that opens lines wins over the
 * same one, by number or by text, that opens none; where the texts differ the others are a warning.
 */
final class TitlesTwice {

    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\d]+");

    private final Set<Integer> objectives = new HashSet<>();
    private final Set<Integer> repeated = new HashSet<>();
    private final Set<Integer> alone = new HashSet<>();

    private TitlesTwice() {}

    static TitlesTwice among(List<Block> blocks, List<Integer> places, ObjectiveFinder finder, List<Warning> warnings) {
        TitlesTwice titles = new TitlesTwice();
        Map<String, List<Integer>> same = new LinkedHashMap<>();
        boolean anyOpens = places.stream().anyMatch(finder::opens);
        for (int place : places) {
            boolean byLook = blocks.get(place).mark().is(Mark.Kind.TITLE);
            boolean prose = (byLook && anyOpens && !finder.opens(place)) || finder.isPlanTitle(place);
            if (!prose && (!finder.isSection(place) || blocks.get(place).mark().is(Mark.Kind.WORD))) {
                same.computeIfAbsent(identity(blocks.get(place)), key -> new ArrayList<>())
                        .add(place);
            }
        }
        Map<Integer, Boolean> opens = new HashMap<>();
        places.forEach(place -> opens.put(place, finder.opens(place)));
        for (List<Integer> group : same.values()) {
            titles.sort(blocks, group, opens, warnings);
        }
        titles.findAlone(places, opens);
        return titles;
    }

    private static String identity(Block block) {
        String code = block.mark().code();
        return code == null ? bare(block.text()) : "#" + Words.fold(code);
    }

    private static String bare(String text) {
        return NOT_WORDS.matcher(Words.fold(text)).replaceAll(" ").strip();
    }

    private void sort(List<Block> blocks, List<Integer> group, Map<Integer, Boolean> opens, List<Warning> warnings) {
        Set<Integer> kept = new LinkedHashSet<>(group);
        kept.removeIf(i -> !opens.getOrDefault(i, false));
        if (kept.isEmpty()) {
            kept.add(group.get(group.size() - 1));
        }
        objectives.addAll(kept);
        Block heading = blocks.get(kept.iterator().next());
        for (int place : group) {
            if (kept.contains(place)) {
                continue;
            }
            repeated.add(place);
            Block other = blocks.get(place);
            if (!bare(other.text()).equals(bare(heading.text()))) {
                warnings.add(new Warning(Warning.Kind.TITLE_DIFFERS, other.written(), other.at()));
            }
        }
    }

    /** An objective among repeated titles, without lines of its own, opens nothing: the text goes on around it. */
    private void findAlone(List<Integer> places, Map<Integer, Boolean> opens) {
        for (int i = 0; i + 1 < places.size(); i++) {
            boolean opensNone = !opens.getOrDefault(places.get(i), false);
            if (opensNone && objectives.contains(places.get(i)) && repeated.contains(places.get(i + 1))) {
                alone.add(places.get(i));
            }
        }
    }

    boolean isObjective(int place) {
        return objectives.contains(place);
    }

    boolean isRepeated(int place) {
        return repeated.contains(place);
    }

    boolean isAlone(int place) {
        return alone.contains(place);
    }
}
