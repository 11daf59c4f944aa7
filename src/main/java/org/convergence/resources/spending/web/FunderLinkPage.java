package org.convergence.resources.spending.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.MatchFormatter.MatchPart;
import org.jspecify.annotations.Nullable;

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
            String name, String budget, String spent, String cumulative, String left, String variance, String reason) {}

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
