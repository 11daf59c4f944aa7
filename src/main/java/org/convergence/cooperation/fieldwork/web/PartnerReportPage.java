package org.convergence.cooperation.fieldwork.web;

import java.util.List;
import org.convergence.cooperation.fieldwork.domain.PartnerReportService;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * Our reports to a partner: a draft of the next one, and those that it reads.
 *
 * @param links where the partner gets a page
 * @param language of its page; empty without a page
 * @param form {@code null} if the partner has no page on which to show one
 * @param promises that a report may keep
 */
public record PartnerReportPage(
        String partner,
        String url,
        String links,
        String language,
        @Nullable Form form,
        String from,
        String to,
        List<Option> promises,
        List<PartnerReportItem> reports) {

    public static final Field<String> BODY = Field.text("body", "fieldwork.report.body", PartnerReportService.LONGEST);

    /** A report in the list. */
    public record PartnerReportItem(String url, String title, String shown) {}

    /** The page that corrects a report. */
    public record PartnerReportEditPage(String title, String url, String back, Form form) {}
}
