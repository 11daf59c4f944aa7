package org.convergence.resources.spending;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The financial reports of records' budgets, for the modules to whose records they belong. */
public interface FinancialReports {

    /** A file to download; it is written as it is read, and its stream stays open. */
    record ReportFile(String name, String mediaType, ReportWriter writer) {}

    /** Writes a file. */
    @FunctionalInterface
    interface ReportWriter {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * The report of a record's budget: as it was filed if it is, else from today's data.
     *
     * @param from the first day; {@code null} for the year of the budget in which today lies
     * @param to the last day; {@code null} likewise
     * @param format {@code pdf}, {@code docx}, {@code xlsx}, or {@code zip} with the vouchers
     * @throws org.convergence.platform.database.NotFound if the record has no budget, or the format is unknown
     */
    ReportFile find(String subject, @Nullable LocalDate from, @Nullable LocalDate to, String format, Words t);
}
