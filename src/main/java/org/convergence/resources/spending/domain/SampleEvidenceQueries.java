package org.convergence.resources.spending.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.platform.database.RecordMapper;
import org.convergence.resources.ledger.AccountantBooks.BooksEntry;
import org.convergence.resources.spending.FinancialReportId;
import org.convergence.resources.spending.domain.FinancialReport.ReportedVoucher;
import org.convergence.resources.spending.domain.FinancialReportQueries.FinancialReportRow;
import org.convergence.resources.spending.domain.SamplePaperAssembler.SampleEvidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what stands behind the expenses of a sample. */
@Component
class SampleEvidenceQueries {

    private final JdbcClient db;
    private final FinancialReportQueries reports;
    private final ReportedBooksQueries books;

    SampleEvidenceQueries(JdbcClient db, FinancialReportQueries reports, ReportedBooksQueries books) {
        this.db = db;
        this.reports = reports;
        this.books = books;
    }

    private record CodeRow(String code, String text) {}

    private Map<String, String> findTexts(String sql, Object... values) {
        return db.sql(sql).params(values).query(RecordMapper.of(CodeRow.class)).list().stream()
                .collect(Collectors.toMap(CodeRow::code, CodeRow::text));
    }

    /** What stands behind some expenses of a report today: clauses, entries of the books, realisations. */
    SampleEvidence find(FinancialReportId id, List<ReportedVoucher> vouchers) {
        FinancialReportRow row = reports.findById(id);
        Map<String, List<BooksEntry>> entries = new HashMap<>();
        books.findEntries(reports.findBudget(row.budget()), row.period())
                .forEach((expense, lines) -> entries.put(expense.toString(), lines));
        return new SampleEvidence(
                findTexts(
                        "SELECT code, coalesce(clause, '') AS text FROM resources.spending_line WHERE budget = ?",
                        row.budget().value()),
                entries,
                findTexts(
                        """
                        SELECT e.id::text AS code, r.title || ' (' || r.starts_on || ')' AS text
                        FROM resources.spending_expense e JOIN plan.realisation_summary r ON r.id = e.realisation
                        WHERE e.id = ANY (?)
                        """, (Object) vouchers.stream().map(ReportedVoucher::id).toArray(UUID[]::new)));
    }
}
