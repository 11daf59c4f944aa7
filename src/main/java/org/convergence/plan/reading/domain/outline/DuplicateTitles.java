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
final class DuplicateTitles {

    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\d]+");

    private final Set<Integer> objectives = new HashSet<>();
    private final Set<Integer> repeated = new HashSet<>();
    private final Set<Integer> alone = new HashSet<>();

    private DuplicateTitles() {}

    static DuplicateTitles find(
            List<TextBlock> blocks, List<Integer> places, ObjectiveFinder finder, List<ReadingWarning> warnings) {
        DuplicateTitles titles = new DuplicateTitles();
        Map<String, List<Integer>> same = new LinkedHashMap<>();
        boolean anyOpens = places.stream().anyMatch(finder::opensList);
        for (int place : places) {
            boolean byLook = blocks.get(place).mark().hasKind(LineMark.LineMarkKind.TITLE);
            boolean prose = (byLook && anyOpens && !finder.opensList(place)) || finder.isPlanTitle(place);
            if (!prose && (!finder.isSection(place) || blocks.get(place).mark().hasKind(LineMark.LineMarkKind.WORD))) {
                same.computeIfAbsent(identity(blocks.get(place)), key -> new ArrayList<>())
                        .add(place);
            }
        }
        Map<Integer, Boolean> opens = new HashMap<>();
        places.forEach(place -> opens.put(place, finder.opensList(place)));
        for (List<Integer> group : same.values()) {
            titles.sort(blocks, group, opens, warnings);
        }
        titles.findAlone(places, opens);
        return titles;
    }

    private static String identity(TextBlock block) {
        String code = block.mark().code();
        return code == null ? bare(block.text()) : "#" + TextAnalysis.fold(code);
    }

    private static String bare(String text) {
        return NOT_WORDS.matcher(TextAnalysis.fold(text)).replaceAll(" ").strip();
    }

    private void sort(
            List<TextBlock> blocks, List<Integer> group, Map<Integer, Boolean> opens, List<ReadingWarning> warnings) {
        Set<Integer> kept = new LinkedHashSet<>(group);
        kept.removeIf(i -> !opens.getOrDefault(i, false));
        if (kept.isEmpty()) {
            kept.add(group.get(group.size() - 1));
        }
        objectives.addAll(kept);
        TextBlock heading = blocks.get(kept.iterator().next());
        for (int place : group) {
            if (kept.contains(place)) {
                continue;
            }
            repeated.add(place);
            TextBlock other = blocks.get(place);
            if (!bare(other.text()).equals(bare(heading.text()))) {
                warnings.add(new ReadingWarning(
                        ReadingWarning.ReadingWarningKind.TITLE_DIFFERS, other.originalText(), other.at()));
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
