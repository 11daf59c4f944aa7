package org.convergence.resources.spending.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.filing.FactDifference;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.domain.FinancialReport;
import org.convergence.resources.spending.domain.FinancialReport.ReportedLine;
import org.convergence.resources.spending.domain.FinancialReport.ReportedVoucher;

/** Says what changed since a financial report was filed: amounts in force of its lines, and expenses. */
record ReportChangeFormatter(FinancialReport filed, Words t) {

    List<String> format(FinancialReport now, List<FactDifference<ReportedVoucher>> vouchers) {
        List<String> changes = new ArrayList<>(amendedLines(now));
        vouchers.forEach(each -> changes.add(t.say(
                "spending.report.change." + each.kind(),
                each.shown().supplier().isEmpty()
                        ? t.say("spending.no-supplier")
                        : each.shown().supplier(),
                each.shown().day(),
                t.money(each.shown().charged(), filed.currency()))));
        return changes;
    }

    private List<String> amendedLines(FinancialReport now) {
        Map<UUID, ReportedLine> before = new LinkedHashMap<>();
        filed.lines().forEach(line -> before.put(line.id(), line));
        List<String> changes = new ArrayList<>();
        for (ReportedLine line : now.lines()) {
            ReportedLine then = before.remove(line.id());
            BigDecimal amount = then == null ? BigDecimal.ZERO : then.budget();
            if (amount.compareTo(line.budget()) != 0) {
                changes.add(amended(line, amount, line.budget()));
            }
        }
        before.values().forEach(line -> changes.add(amended(line, line.budget(), BigDecimal.ZERO)));
        return changes;
    }

    private String amended(ReportedLine line, BigDecimal then, BigDecimal now) {
        return t.say(
                "spending.report.change.line",
                line.code(),
                t.money(then, filed.currency()),
                t.money(now, filed.currency()));
    }
}
