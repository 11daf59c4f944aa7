package org.convergence.cooperation.project.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.convergence.platform.text.TextNormalizer;

/**
 * A dimension by which an indicator is disaggregated, besides sex: age group, disability, place. What its cells leave of
 * the total is not stated, which is a cell too (R-GAR-5).
 *
 * @param cells 1 to {@value #MOST_CELLS}, each once, without <i>not stated</i>
 */
public record Disaggregation(String name, List<String> cells) {

    /** The most dimensions of an indicator. */
    public static final int MOST = 4;

    /** The most cells of a dimension. */
    public static final int MOST_CELLS = 12;

    private static final Set<String> NOT_STATED =
            Set.of("non declare", "not stated", "sin declarar", "no declarado", "pa di");

    /** Reads « Âge : moins de 30 ans, 30 ans et plus », a line for each dimension; empty if a line cannot be read. */
    public static Optional<List<Disaggregation>> parse(String text) {
        List<Disaggregation> dimensions = new ArrayList<>();
        for (String line :
                text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                return Optional.empty();
            }
            String rest = line.substring(colon + 1);
            List<String> cells = Stream.of(rest.split(rest.contains(";") ? ";" : ","))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty() && !NOT_STATED.contains(TextNormalizer.fold(each)))
                    .toList();
            if (cells.isEmpty()
                    || cells.size() > MOST_CELLS
                    || cells.stream().map(TextNormalizer::fold).distinct().count() < cells.size()) {
                return Optional.empty();
            }
            dimensions.add(new Disaggregation(line.substring(0, colon).strip(), cells));
        }
        long names = dimensions.stream()
                .map(each -> TextNormalizer.fold(each.name()))
                .distinct()
                .count();
        return dimensions.size() > MOST || names < dimensions.size() ? Optional.empty() : Optional.of(dimensions);
    }

    /** « Âge – moins de 30 ans ». */
    public String label(int cell) {
        return name + " – " + cells.get(cell);
    }
}
