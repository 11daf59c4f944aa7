package org.convergence.resources.spending.web;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.BudgetLines;
import org.convergence.resources.spending.MatchFormatter;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.FinancialReport;
import org.convergence.resources.spending.domain.FinancialReport.ReportedBooks;
import org.convergence.resources.spending.domain.FinancialReport.ReportedLine;
import org.convergence.resources.spending.domain.FinancialReport.ReportedVoucher;
import org.convergence.resources.spending.domain.FinancialReport.UnpairedAmount;
import org.convergence.resources.spending.domain.FinancialReportPaperAssembler;
import org.convergence.resources.spending.domain.FinancialReportQueries;
import org.convergence.resources.spending.domain.FinancialReportQueries.FiledFinancialReport;
import org.convergence.resources.spending.domain.FinancialReportQueries.FinancialReportRow;
import org.convergence.resources.spending.domain.FinancialReportQueries.ReportedBudget;
import org.convergence.resources.spending.domain.FunderFormService;
import org.convergence.resources.spending.domain.ReportCurrencyFormatter;
import org.convergence.resources.spending.web.ExpensePage.ExpenseListPage;
import org.convergence.resources.spending.web.FinancialReportPage.FilledFormLink;
import org.convergence.resources.spending.web.FinancialReportPage.FinancialReportFiguresPage;
import org.convergence.resources.spending.web.FinancialReportPage.ReportLinePart;
import org.convergence.resources.spending.web.FinancialReportPage.UnpairedPart;
import org.convergence.resources.spending.web.FinancialReportPage.VoucherPart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of a financial report: as it was filed if it is, else from today's data. */
@Component
@Requires(SpendingPermissions.READ)
record FinancialReportPageAssembler(
        FinancialReportQueries queries, FunderFormService forms, OrganisationSettings settings) {

    /** The most vouchers, and the most amounts that one side lacks, on the page; the files have all. */
    private static final int SHOWN = 200;

    static Tone tone(FinancialReportRow row) {
        return row.filedOn() != null ? Tone.OK : row.approvedAt() != null ? Tone.ACTIVE : Tone.AHEAD;
    }

    static String state(FinancialReportRow row, Words t) {
        return row.filedOn() != null
                ? t.say("spending.report.state.filed", row.filedOn())
                : t.say(row.approvedAt() != null ? "spending.report.state.approved" : "spending.report.state.draft");
    }

    /** @param onlyLine the code of the only line in the index of vouchers; {@code null} for all */
    FinancialReportPage assemble(FinancialReportRow row, @Nullable String onlyLine, Form form, Words t) {
        ReportedBudget budget = queries.findBudget(row.budget());
        FinancialReport now = queries.compute(budget, row.period(), t.language());
        FinancialReport report =
                queries.findFiled(row.id()).map(FiledFinancialReport::report).orElse(now);
        boolean filed = row.filedOn() != null;
        boolean records = CurrentActor.get().may(SpendingPermissions.RECORD);
        List<String> lacks = filed
                ? List.of()
                : report.lacks(settings.today()).stream()
                        .map(lack -> t.say(lack.key(), lack.count()))
                        .toList();
        FinancialReportPaperAssembler words =
                new FinancialReportPaperAssembler(settings.current().name(), t);
        ReportCurrencyFormatter rates = new ReportCurrencyFormatter(report, t);
        String url = FinancialReportPage.url(row.id());
        List<ReportedVoucher> vouchers = report.vouchers().stream()
                .filter(voucher -> onlyLine == null
                        || voucher.shares().stream()
                                .anyMatch(share -> share.code().equals(onlyLine)))
                .toList();
        return new FinancialReportPage(
                url,
                report.title(),
                t.capital(t.period(row.startsOn(), row.endsOn())),
                FinancialReportPage.url(row.budget()),
                forms.findByBudget(row.budget()).stream()
                        .filter(each -> !each.places().isEmpty())
                        .map(each -> new FilledFormLink(
                                each.name(), url + "/form/" + each.id().value()))
                        .toList(),
                tone(row),
                state(row, t),
                lacks,
                filed ? List.of() : attention(report.books(), t),
                report.lines().stream()
                        .map(line -> line(report, line, url, records && !filed, t))
                        .toList(),
                total(report, t),
                words.received(report),
                words.variancesMethod(report),
                rates.rates(),
                rates.exchanges(),
                report.books().until() == null
                        || !report.books().onlyHere().isEmpty()
                        || !report.books().onlyInBooks().isEmpty(),
                words.booksSentences(report.books()),
                report.match() == null ? null : new MatchFormatter(report.match(), report.currency(), t).format(),
                unpaired(
                        report,
                        report.books().until() == null
                                ? List.of()
                                : report.books().onlyHere(),
                        records && !filed,
                        t),
                unpaired(report, report.books().onlyInBooks(), records && !filed, t),
                vouchers.stream()
                        .limit(SHOWN)
                        .map(voucher -> voucher(report, voucher, onlyLine, words, t))
                        .toList(),
                onlyLine,
                Math.max(0, vouchers.size() - SHOWN),
                words.rebates(report).orElse(null),
                filed
                        ? new ReportChangeFormatter(report, t)
                                .format(now, queries.findDifferences(report, now.vouchers()))
                        : null,
                ThreadLocalRandom.current().nextInt(1, 1_000_000),
                filed && records ? url + "/links" : null,
                form.atVersion(row.version()),
                !filed
                        && row.approvedAt() == null
                        && lacks.isEmpty()
                        && CurrentActor.get().may(SpendingPermissions.APPROVE),
                !filed && row.approvedAt() != null && records,
                !filed && records,
                ChangeHistory.of(queries.changes(row.id()), "spending.report", t));
    }

    /** The figures of a report, for readers who see no people and no vouchers. */
    FinancialReportFiguresPage assembleFigures(FinancialReportRow row, Words t) {
        FinancialReport report = queries.findFigures(row, t.language());
        FinancialReportPaperAssembler words =
                new FinancialReportPaperAssembler(settings.current().name(), t);
        return new FinancialReportFiguresPage(
                report.title(),
                t.capital(t.period(row.startsOn(), row.endsOn())),
                FinancialReportPage.url(row.budget()),
                tone(row),
                state(row, t),
                report.lines().stream()
                        .map(line -> line(report, line, null, null, null, t))
                        .toList(),
                total(report, t),
                words.received(report),
                words.variancesMethod(report),
                new ReportCurrencyFormatter(report, t).exchanges(),
                report.match() == null ? null : new MatchFormatter(report.match(), report.currency(), t).format(),
                row.filedOn() == null
                        ? null
                        : FiledReportCheckController.PATH + "/" + row.id().value());
    }

    private static List<String> attention(ReportedBooks books, Words t) {
        if (books.until() == null) {
            return List.of(t.say("spending.report.attention.no-books"));
        }
        int unpaired = books.onlyHere().size() + books.onlyInBooks().size();
        if (unpaired == 0) {
            return List.of();
        }
        return List.of(
                books.difference().signum() == 0
                        ? t.say("spending.report.attention.unpaired", unpaired)
                        : t.say(
                                "spending.report.attention.differs",
                                t.money(books.difference().abs(), books.currency()),
                                unpaired));
    }

    private static ReportLinePart line(
            FinancialReport report, ReportedLine line, String url, boolean mayExplain, Words t) {
        return line(
                report,
                line,
                PageAddress.of(url).with("line", line.code()) + "#index",
                PageAddress.of(ExpensePage.LIST)
                        .with(ExpenseListPage.LINE.name(), line.id().toString())
                        .with(
                                ExpenseListPage.FROM.name(),
                                report.budgetStartsOn().toString())
                        .with(ExpenseListPage.TO.name(), report.endsOn().toString())
                        .toString(),
                mayExplain && line.needsReason()
                        ? PageAddress.of(ExpensePage.LIST + "/line/" + line.id() + "/variance")
                                .with("from", report.startsOn().toString())
                                .with("to", report.endsOn().toString())
                                .with("back", url)
                                .toString()
                        : null,
                t);
    }

    private static ReportLinePart line(
            FinancialReport report,
            ReportedLine line,
            @Nullable String index,
            @Nullable String expenses,
            @Nullable String explain,
            Words t) {
        return new ReportLinePart(
                BudgetLines.name(line.code(), line.label()),
                t.money(line.budget(), report.currency()),
                t.money(line.spent(), report.currency()),
                t.money(line.cumulative(), report.currency()),
                t.money(line.left(), report.currency()),
                t.money(line.variance(), report.currency()),
                line.reason(),
                index,
                expenses,
                explain);
    }

    private static ReportLinePart total(FinancialReport report, Words t) {
        return new ReportLinePart(
                t.say("public.spending.total"),
                t.money(report.total(ReportedLine::budget), report.currency()),
                t.money(report.total(ReportedLine::spent), report.currency()),
                t.money(report.total(ReportedLine::cumulative), report.currency()),
                t.money(report.total(ReportedLine::left), report.currency()),
                t.money(report.total(ReportedLine::variance), report.currency()),
                "",
                null,
                null,
                null);
    }

    private static List<UnpairedPart> unpaired(
            FinancialReport report, List<UnpairedAmount> amounts, boolean mayRecord, Words t) {
        return amounts.stream()
                .limit(SHOWN)
                .map(each -> new UnpairedPart(
                        t.shortDate(each.day()),
                        each.text().isEmpty() ? t.say("spending.no-supplier") : each.text(),
                        (each.account().isEmpty() ? t.say("spending.report.no-account") : each.account())
                                + (each.reference().isEmpty() ? "" : " · " + each.reference()),
                        t.money(each.amount(), report.books().currency()),
                        each.expense() != null
                                ? ExpensePage.LIST + "/" + each.expense()
                                : mayRecord && each.amount().signum() > 0 ? recordFrom(each, report) : null))
                .toList();
    }

    /** The form of an expense, filled from a line of the books: nothing is typed again. */
    private static String recordFrom(UnpairedAmount entry, FinancialReport report) {
        String line = report.lines().stream()
                .filter(each -> each.account().replaceAll("[^A-Za-z0-9]", "").equalsIgnoreCase(entry.account()))
                .map(each -> each.id().toString())
                .findFirst()
                .orElse("");
        return PageAddress.of(ExpensePage.LIST + "/new")
                .with("line", line)
                .with(ExpenseForm.DAY.name(), entry.day().toString())
                .with("amount", entry.amount().toPlainString())
                .with("currency", report.books().currency())
                .with(ExpenseForm.SUPPLIER.name(), entry.text())
                .with(ExpenseForm.NUMBER.name(), entry.reference())
                .toString();
    }

    private static VoucherPart voucher(
            FinancialReport report,
            ReportedVoucher voucher,
            @Nullable String onlyLine,
            FinancialReportPaperAssembler words,
            Words t) {
        String charged = t.money(onlyLine == null ? voucher.charged() : voucher.charged(onlyLine), report.currency());
        String paid = t.money(voucher.amount(), voucher.currency());
        return new VoucherPart(
                t.number(voucher.number()),
                ExpensePage.LIST + "/" + voucher.id(),
                words.supplier(voucher),
                t.shortDate(voucher.day())
                        + (voucher.reference().isEmpty() || voucher.onSite() ? "" : " · " + voucher.reference())
                        + (paid.equals(charged) ? "" : " · " + paid),
                words.enclosure(voucher),
                charged);
    }
}
