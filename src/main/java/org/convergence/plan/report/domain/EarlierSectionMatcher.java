package org.convergence.plan.report.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.platform.text.TrigramSimilarity;

/**
 * Finds the section of an earlier report on the same subject: the same line if the plan is the same, else the line of
 * the same kind with a similar title, the same number being an indication. A number alone means nothing: plans
 * renumber.
 */
final class EarlierSectionMatcher {

    private static final double ALIKE = 0.6;
    private static final double ALIKE_WITH_CODE = 0.35;

    private EarlierSectionMatcher() {}

    /** The closest section of the earlier report that has a text; empty if none is close. */
    static Optional<ReportPart> find(ReportPart section, Collection<ReportPart> earlier) {
        Collection<ReportPart> told = earlier.stream()
                .filter(part -> part.kind() == section.kind() && !part.text().isBlank())
                .toList();
        if (!section.kind().isPlanLine()) {
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

    private static double likeness(ReportPart one, ReportPart other) {
        return TrigramSimilarity.of(one.title(), other.title());
    }

    private static double enough(ReportPart one, ReportPart other) {
        return sameCode(one, other) ? ALIKE_WITH_CODE : ALIKE;
    }

    private static boolean sameCode(ReportPart one, ReportPart other) {
        return one.code() != null && Objects.equals(one.code(), other.code());
    }
}
