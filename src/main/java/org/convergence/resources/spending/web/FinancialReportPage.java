package org.convergence.resources.spending.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.BudgetId;
import org.convergence.resources.spending.FinancialReportId;
import org.convergence.resources.spending.MatchFormatter.MatchPart;
import org.convergence.resources.spending.domain.FinancialReportService;
import org.convergence.resources.spending.domain.FunderFormService.FunderFormId;
import org.jspecify.annotations.Nullable;

/**
 * A financial report.
 *
 * @param budgetUrl the reports of its budget
 * @param lacks what must be settled before it is approved
 * @param attention what does not prevent its approval, and is to be seen before it
 * @param received what the funder paid, and what of it is not spent; {@code null} if it is not known
 * @param exchanges variances of lines in what comes from the rate and what comes from activities
 * @param differs whether the report and the books differ
 * @param match asked by the agreement beside its money; {@code null} if it asks none
 * @param books the difference, and how far the books go
 * @param changes what changed since it was filed; {@code null} if it is not filed
 * @param seed proposed for a sample
 * @param links address of the funder's links; {@code null} unless it is filed and the reader may make them
 * @param form approves or files it
 * @param onlyLine the code of the only line in the index; {@code null} for all
 * @param rebates of taxes deducted; {@code null} without any
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
        List<String> attention,
        List<ReportLinePart> lines,
        ReportLinePart total,
        @Nullable String received,
        String method,
        List<String> rates,
        List<String> exchanges,
        boolean differs,
        List<String> books,
        @Nullable MatchPart match,
        List<UnpairedPart> onlyHere,
        List<UnpairedPart> onlyInBooks,
        List<VoucherPart> vouchers,
        @Nullable String onlyLine,
        int moreVouchers,
        @Nullable String rebates,
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
     * @param index address of the index of what was spent on it in the period; {@code null} without one
     * @param expenses address of what was spent on it since the beginning; {@code null} likewise
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

    /**
     * The figures of a report.
     *
     * @param received what the funder paid; {@code null} if it is not known
     * @param match asked by the agreement beside its money; {@code null} if it asks none
     * @param check the page from which its sample is drawn; {@code null} if it is not filed
     */
    public record FinancialReportFiguresPage(
            String title,
            String period,
            String budgetUrl,
            Tone tone,
            String state,
            List<ReportLinePart> lines,
            ReportLinePart total,
            @Nullable String received,
            String method,
            List<String> exchanges,
            @Nullable MatchPart match,
            @Nullable String check) {}

    /** A report in the list. */
    public record FinancialReportItem(String url, String period, Tone tone, String state) {}

    /** A filed report with its sample, for a reader who may not see people. */
    public record FiledReportCheckPage(
            String url,
            String list,
            String title,
            String period,
            String state,
            List<FunderLinkPage.FunderLine> lines,
            FunderLinkPage.FunderLine total,
            List<String> books,
            int seed) {}

    /** The form that explains a variance. */
    public record VariancePage(String action, String back, String line, String period, Form form) {}

    static String url(FinancialReportId id) {
        return LIST + "/" + id.value();
    }

    static String url(BudgetId budget) {
        return LIST + "?budget=" + budget.value();
    }

    /**
     * The places of a funder's form.
     *
     * @param reports address of the reports of its budget
     * @param file address of the empty form
     * @param places names that the form offers
     * @param figures the heads of the columns
     * @param mayEdit whether places may be set, and the form removed
     */
    public record FunderFormPage(
            Form form,
            String url,
            String name,
            String reports,
            String file,
            List<String> places,
            List<FunderFormInput> facts,
            List<String> figures,
            List<FunderFormRow> rows,
            boolean mayEdit) {

        static final String LIST = ExpensePage.LIST + "/forms";

        /** The input for one place; {@code name} is that of the field. */
        public record FunderFormInput(String name, String label) {}

        /** A line of the budget; an input is {@code null} where nothing is asked. */
        public record FunderFormRow(String name, List<@Nullable FunderFormInput> inputs) {}

        /**
         * The forms of a budget.
         *
         * @param url of the list, to which a new form is posted
         */
        public record FunderFormListPage(Form form, String url, String reports, List<FunderFormItem> items) {}

        /** A form in the list, with the number of its places. */
        public record FunderFormItem(String name, int places, String url) {}

        static String url(FunderFormId id) {
            return LIST + "/" + id.value();
        }
    }

    /**
     * The links of a filed report.
     *
     * @param address of the link just made, shown once; {@code null} otherwise
     * @param form {@code null} if the report is not filed
     */
    public record FunderLinkPage(
            String report,
            String period,
            @Nullable String address,
            List<FunderLinkPart> links,
            @Nullable Form form) {

        public static final Field<LocalDate> UNTIL = Field.date("until", "spending.link.field.until");

        /** A link, with the address that ends it; {@code null} if it was ended. */
        public record FunderLinkPart(@Nullable String end, String made, String opened) {}

        /**
         * The report behind a link.
         *
         * @param facts the agreement, the period and the filing, in words
         * @param total of the lines
         * @param changes since the filing, in words
         */
        public record FunderReportPage(
                Words words,
                String address,
                String title,
                String lead,
                List<String> facts,
                List<FunderLine> lines,
                FunderLine total,
                @Nullable MatchPart match,
                List<String> rates,
                List<String> books,
                List<FunderVoucher> vouchers,
                List<String> changes,
                List<Option> languages)
                implements TranslatedPage {}

        /** A line of the report, in words. */
        public record FunderLine(
                String name,
                String budget,
                String spent,
                String cumulative,
                String left,
                String variance,
                String reason) {}

        /**
         * A voucher of the index.
         *
         * @param url of its file; {@code null} if it is not shown here
         */
        public record FunderVoucher(
                String number,
                String day,
                String supplier,
                String detail,
                String amount,
                String evidence,
                @Nullable String url) {}
    }
}
