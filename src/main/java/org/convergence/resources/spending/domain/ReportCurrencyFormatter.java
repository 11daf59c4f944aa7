package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.platform.currency.Conversion.ConversionStep;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.BudgetLines;
import org.convergence.resources.spending.domain.FinancialReport.ReportedLine;
import org.convergence.resources.spending.domain.FinancialReport.ReportedVoucher;

/** How a report converts: its rates, and what of its variances comes from them. */
public record ReportCurrencyFormatter(FinancialReport report, Words t) {

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.text(t.say("spending.report.currency.text", report.currency())));
        List<String> rates = rates();
        if (!rates.isEmpty()) {
            blocks.add(Block.text(t.say("spending.report.currency.method")));
            blocks.add(new Block.ItemList(
                    false, rates.stream().map(rate -> List.of(Block.text(rate))).toList()));
        }
        exchanges().forEach(sentence -> blocks.add(Block.text(sentence)));
        return blocks;
    }

    /** Every rate that the report uses, with its direction, days and source, by day. */
    public List<String> rates() {
        return rates(report.vouchers().stream(), t);
    }

    /** Every rate that some vouchers use. */
    public static List<String> rates(Stream<ReportedVoucher> vouchers, Words t) {
        return vouchers.flatMap(voucher -> voucher.rates().stream())
                .map(ConversionStep::rate)
                .distinct()
                .map(rate -> rate.format(t) + " (" + t.period(rate.validFrom(), rate.validTo()) + ", " + rate.source(t)
                        + ")")
                .toList();
    }

    /** The variances of lines in two parts, where the rate planned in the budget is known. */
    public List<String> exchanges() {
        List<String> sentences = new ArrayList<>();
        for (ReportedLine line : report.lines()) {
            BigDecimal exchange = line.exchange();
            if (exchange != null) {
                sentences.add(t.say(
                        "spending.report.exchange",
                        BudgetLines.name(line.code(), line.label()),
                        money(line.variance()),
                        money(exchange),
                        money(line.variance().subtract(exchange))));
            }
        }
        return sentences;
    }

    private String money(BigDecimal amount) {
        return t.money(amount, report.currency());
    }
}
