package org.convergence.resources.spending.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tone;
import org.convergence.resources.spending.BudgetId;
import org.convergence.resources.spending.FinancialReportId;
import org.convergence.resources.spending.MatchFormatter.MatchPart;
import org.convergence.resources.spending.domain.FinancialReportService;
import org.jspecify.annotations.Nullable;

/**
 * A financial report.
 *
 * @param budgetUrl the reports of its budget
 * @param lacks what must be settled before it is approved
 * @param differs whether the report and the books differ
 * @param match asked by the agreement beside its money; {@code null} if it asks none
 * @param books the difference, and how far the books go
 * @param changes what changed since it was filed; {@code null} if it is not filed
 * @param seed proposed for a sample
 * @param links address of the funder's links; {@code null} unless it is filed and the reader may make them
 * @param form approves or files it
 * @param onlyLine the code of the only line in the index; {@code null} for all
 * @param moreVouchers how many vouchers are in the files only
 */
public record FinancialReportPage(
        String url,
        String title,
        String period,
        String budgetUrl,
        List<FilledFormLink> forms,
        Tone tone,
        String state,
        List<String> lacks,
        List<ReportLinePart> lines,
        ReportLinePart total,
        String method,
        List<String> rates,
        boolean differs,
        List<String> books,
        @Nullable MatchPart match,
        List<UnpairedPart> onlyHere,
        List<UnpairedPart> onlyInBooks,
        List<VoucherPart> vouchers,
        @Nullable String onlyLine,
        int moreVouchers,
        @Nullable List<String> changes,
        int seed,
        @Nullable String links,
        Form form,
        boolean mayApprove,
        boolean mayFile,
        boolean mayRemove,
        ChangeHistory history) {

    static final String LIST = ExpensePage.LIST + "/report";

    public static final Field<LocalDate> FROM = Field.date("from", "spending.report.field.from");
    public static final Field<LocalDate> TO = Field.date("to", "spending.report.field.to");

    /** Whether it may tell days again; offered once another report's days are met. */
    public static final Field<Boolean> OVERLAP = Field.checkbox("overlap", "spending.report.field.overlap");

    public static final Field<String> REASON =
            Field.text("reason", "spending.report.field.reason", FinancialReportService.LONGEST_REASON);

    /** The funder's form, filled with the figures of the report. */
    public record FilledFormLink(String name, String url) {}

    /**
     * A line, in words.
     *
     * @param index address of the index of what was spent on it in the period; {@code null} for the total
     * @param expenses address of what was spent on it since the beginning; {@code null} for the total
     * @param explain address of the form that explains its variance; {@code null} if it needs none
     */
    public record ReportLinePart(
            String name,
            String budget,
            String spent,
            String cumulative,
            String left,
            String variance,
            String reason,
            @Nullable String index,
            @Nullable String expenses,
            @Nullable String explain) {}

    /**
     * An amount that only one side has.
     *
     * @param url of the expense, or of the form that records one
     */
    public record UnpairedPart(
            String day,
            String what,
            String detail,
            String amount,
            @Nullable String url) {}

    /** A voucher of the index. */
    public record VoucherPart(
            String number, String url, String supplier, String detail, String voucher, String amount) {}

    /** The reports of a budget. */
    public record FinancialReportListPage(
            String title,
            String record,
            List<FinancialReportItem> items,
            String forms,
            String budget,
            @Nullable Form form) {}

    /** A report in the list. */
    public record FinancialReportItem(String url, String period, Tone tone, String state) {}

    /** The form that explains a variance. */
    public record VariancePage(String action, String back, String line, String period, Form form) {}

    static String url(FinancialReportId id) {
        return LIST + "/" + id.value();
    }

    static String url(BudgetId budget) {
        return LIST + "?budget=" + budget.value();
    }
}
