package org.convergence.example;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.TargetMeasure;
import org.jspecify.annotations.Nullable;

/** « 3 réalisations:atelier », « 250 participations », « livrable Mémoire »: reads a target of the example's files. */
final class TargetCellReader {

    private static final Pattern COUNTED = Pattern.compile("(\\d+) (réalisations|participations)(?::(.+))?");
    private static final String DELIVERABLE = "livrable ";

    private TargetCellReader() {}

    static @Nullable ActionTarget read(String cell) {
        if (cell.startsWith(DELIVERABLE)) {
            return new ActionTarget(
                    TargetMeasure.DELIVERABLE, BigDecimal.ONE, List.of(), cell.substring(DELIVERABLE.length()));
        }
        Matcher counted = COUNTED.matcher(cell);
        if (!counted.matches()) {
            return null;
        }
        boolean people = counted.group(2).equals("participations");
        return new ActionTarget(
                people ? TargetMeasure.PARTICIPATIONS : TargetMeasure.REALISATIONS,
                new BigDecimal(counted.group(1)),
                kinds(counted.group(3)),
                null);
    }

    private static List<String> kinds(@Nullable String natures) {
        return natures == null
                ? List.of()
                : Arrays.stream(natures.split(",", -1))
                        .map(nature -> ExampleNatures.kindOf(nature).name())
                        .distinct()
                        .toList();
    }
}
