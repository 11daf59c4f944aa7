package org.convergence.resources.spending.domain;

import java.util.List;
import org.convergence.resources.spending.domain.FinancialReport.ReportedBooks;
import org.convergence.resources.spending.domain.FinancialReport.ReportedLine;

/** The figures of a financial report alone: no vouchers, no books, no free text, no name of a person. */
final class ReportFigures {

    private ReportFigures() {}

    static FinancialReport of(FinancialReport report) {
        return new FinancialReport(
                report.language(),
                report.title(),
                report.currency(),
                report.startsOn(),
                report.endsOn(),
                report.budgetStartsOn(),
                report.budgetEndsOn(),
                report.measuredOn(),
                report.lines().stream().map(ReportFigures::withoutReason).toList(),
                List.of(),
                noBooks(report.books().currency()),
                report.agreement(),
                null,
                report.match());
    }

    private static ReportedLine withoutReason(ReportedLine line) {
        return new ReportedLine(
                line.id(),
                line.code(),
                line.label(),
                line.costClass(),
                line.account(),
                line.budget(),
                line.spent(),
                line.cumulative(),
                line.expected(),
                "",
                line.original(),
                line.amendment(),
                line.cap(),
                line.exchange());
    }

    /** The books name suppliers: figures are not compared with them. */
    static ReportedBooks noBooks(String currency) {
        return new ReportedBooks(currency, null, 0, List.of(), List.of());
    }
}
