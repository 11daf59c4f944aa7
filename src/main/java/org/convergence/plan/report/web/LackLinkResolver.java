package org.convergence.plan.report.web;

import java.util.UUID;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.EvidenceAddress;
import org.convergence.plan.report.domain.EvidenceFilter;
import org.convergence.plan.report.domain.FigureMeasure;
import org.convergence.plan.report.domain.Lack;

/** The pages on which lacks are corrected. */
final class LackLinkResolver {

    private LackLinkResolver() {}

    static String addressOf(ShownReport shown, Lack lack) {
        SectionRef section = lack.section();
        UUID subject = lack.subject();
        UUID line = section == null ? null : section.line();
        return switch (lack.kind()) {
            case NAMED_IN_EVIDENCE -> "/plan/realisation/" + subject;
            case GAP, LATE -> shown.url("/gap/" + subject);
            case UNCOUNTED -> EvidenceAddress.of(shown.id().value(), EvidenceFilter.of(line, FigureMeasure.UNCOUNTED));
            case OPEN -> "/plan/realisation?state=PLANNED&means=" + line;
            case UNLINKED ->
                "/plan/realisation?from=" + shown.listed().from() + "&to="
                        + shown.listed().to();
            default -> section == null ? shown.url("") : shown.url("/section/" + section.slug());
        };
    }
}
