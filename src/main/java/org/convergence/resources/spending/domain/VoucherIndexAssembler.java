package org.convergence.resources.spending.domain;

import java.util.List;
import java.util.stream.Collectors;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.domain.FinancialReport.ReportedVoucher;
import org.convergence.resources.spending.domain.FinancialReport.VoucherShare;

/** The index of the vouchers of a report: in the report itself, or as an annex if it is long. */
record VoucherIndexAssembler(FinancialReportPaperAssembler paper) {

    /** An annex to a report with some of its vouchers, which follow one another. */
    Paper annex(FinancialReport report, List<ReportedVoucher> vouchers) {
        Words t = paper.t();
        String title = t.say("spending.report.vouchers.annex", first(vouchers), last(vouchers));
        return new Paper(
                title,
                FinancialReportPaperAssembler.title(report, t) + ", " + t.period(report.startsOn(), report.endsOn()),
                paper.organisation(),
                t.say("spending.report.description", report.title()),
                List.of(Section.of(t.say("spending.report.vouchers"), List.of(table(report, vouchers)))),
                Paper.Layout.SHEET);
    }

    static String first(List<ReportedVoucher> vouchers) {
        return FinancialReportPaperAssembler.number(vouchers.get(0));
    }

    static String last(List<ReportedVoucher> vouchers) {
        return FinancialReportPaperAssembler.number(vouchers.get(vouchers.size() - 1));
    }

    Block table(FinancialReport report, List<ReportedVoucher> vouchers) {
        Words t = paper.t();
        return new Block.Table(
                t.say("spending.report.vouchers"),
                List.of(
                        Column.words(t.say("public.spending.column.number")),
                        Column.words(t.say("spending.field.day")),
                        Column.words(t.say("spending.field.supplier")),
                        Column.words(t.say("spending.field.number")),
                        Column.figures(t.say("spending.field.amount")),
                        Column.words(t.say("spending.field.lines")),
                        Column.figures(t.say("public.spending.column.charged")),
                        Column.words(t.say("spending.field.voucher"))),
                vouchers.stream()
                        .map(voucher -> List.of(
                                Cell.of(FinancialReportPaperAssembler.number(voucher)),
                                Cell.of(t.shortDate(voucher.day()), voucher.day()),
                                Cell.of(paper.supplier(voucher)),
                                Cell.of(voucher.onSite() ? "" : voucher.reference()),
                                Cell.of(t.money(voucher.amount(), voucher.currency()), voucher.amount()),
                                Cell.of(voucher.shares().stream()
                                        .map(VoucherShare::code)
                                        .collect(Collectors.joining(", "))),
                                paper.cell(voucher.charged(), report),
                                Cell.of(paper.enclosure(voucher))))
                        .toList());
    }
}
