package org.convergence.plan.report.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.convergence.plan.report.domain.Contents.Part;
import org.convergence.platform.text.Likeness;

/**
 * Which section of an earlier report speaks of the same thing: the same line where the plan is the same, else the line
 * of the same kind whose title is alike, the same number speaking for it. A number alone says nothing: plans renumber.
 */
final class LastYears {

    private static final double ALIKE = 0.6;
    private static final double ALIKE_WITH_CODE = 0.35;

    private LastYears() {}

    /** The section of the earlier report with a text that comes nearest; empty where none comes near. */
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
