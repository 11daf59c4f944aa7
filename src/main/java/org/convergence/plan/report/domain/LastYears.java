package org.convergence.plan.report.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.convergence.plan.report.domain.Contents.Part;
import org.convergence.platform.text.Likeness;

/**
 * Finds the section of an earlier report on the same subject: the same line if the plan is the same, else the line of
 * the same kind with a similar title, the same number being an indication. A number alone means nothing: plans
 * renumber.
 */
final class LastYears {

    private static final double ALIKE = 0.6;
    private static final double ALIKE_WITH_CODE = 0.35;

    private LastYears() {}

    /** The closest section of the earlier report that has a text; empty if none is close. */
    static Optional<Part> of(Part section, Collection<Part> earlier) {
        Collection<Part> told = earlier.stream()
                .filter(part -> part.kind() == section.kind() && !part.text().isBlank())
                .toList();
        if (!section.kind().isOfALine()) {
            return told.stream().findFirst();
        }
        return told.stream()
                .filter(part -> Objects.equals(part.line(), section.line()))
                .findFirst()
                .or(() -> told.stream()
                        .filter(part -> likeness(section, part) >= enough(section, part))
                        .max(Comparator.comparingDouble(
                                part -> likeness(section, part) + (sameCode(section, part) ? 0.3 : 0))));
    }

    private static double likeness(Part one, Part other) {
        return Likeness.of(one.title(), other.title());
    }

    private static double enough(Part one, Part other) {
        return sameCode(one, other) ? ALIKE_WITH_CODE : ALIKE;
    }

    private static boolean sameCode(Part one, Part other) {
        return one.code() != null && Objects.equals(one.code(), other.code());
    }
}
