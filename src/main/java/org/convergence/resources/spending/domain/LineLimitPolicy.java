package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.util.List;
import org.convergence.resources.spending.BudgetOrigins.BudgetOrigin;
import org.convergence.resources.spending.BudgetPolicy;
import org.convergence.resources.spending.domain.FinancialReport.ReportedLine;
import org.jspecify.annotations.Nullable;

/** The limits of lines that a report must respect before it is approved (R-GRANT-5, R-GRANT-12). */
final class LineLimitPolicy {

    private LineLimitPolicy() {}

    /** How many lines cost more since the budget began than their cap allows. */
    static long countAboveCap(List<ReportedLine> lines) {
        return lines.stream()
                .filter(line -> line.cap() != null && line.cumulative().compareTo(line.cap()) > 0)
                .count();
    }

    /** How many lines moved beyond the tolerance of their agreement without an amendment. */
    static long countUnamended(List<ReportedLine> lines, @Nullable BudgetOrigin agreement) {
        BigDecimal tolerance = agreement == null ? null : agreement.transferTolerance();
        return tolerance == null
                ? 0
                : lines.stream().filter(line -> lacksAmendment(line, tolerance)).count();
    }

    private static boolean lacksAmendment(ReportedLine line, BigDecimal tolerance) {
        BigDecimal original = line.original();
        return original != null
                && (line.amendment() == null || line.amendment().isEmpty())
                && BudgetPolicy.needsAmendment(
                        original, tolerance, List.of(line.budget().subtract(original)));
    }
}
