package org.convergence.resources.spending.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.AccountantBooks;
import org.convergence.resources.ledger.AccountantBooks.BooksEntry;
import org.convergence.resources.spending.BudgetLines;
import org.convergence.resources.spending.domain.FinancialReport.ReportedLine;
import org.convergence.resources.spending.domain.FinancialReport.ReportedVoucher;

/** A sample of a filed report for the people who check it: how it was drawn, then one page for each expense. */
record SamplePaperAssembler(String organisation, Words t) {

    /**
     * What stands behind the expenses of a report.
     *
     * @param clauses by the code of the line
     * @param entries of the books by expense
     * @param realisations with their day, by expense
     */
    record SampleEvidence(
            Map<String, String> clauses, Map<String, List<BooksEntry>> entries, Map<String, String> realisations) {}

    Paper assemble(FinancialReport report, List<ReportedVoucher> drawn, int seed, SampleEvidence evidence) {
        FinancialReportPaperAssembler words = new FinancialReportPaperAssembler(organisation, t);
        List<Section> sections = new ArrayList<>();
        sections.add(method(report, drawn, seed));
        for (ReportedVoucher voucher : drawn) {
            sections.add(Section.of("", List.of(new Block.PageBreak())));
            sections.add(page(report, voucher, words, evidence));
        }
        return new Paper(
                t.say("spending.sample.title", drawn.size(), report.title()),
                t.capital(t.period(report.startsOn(), report.endsOn())),
                organisation,
                t.say("spending.sample.description", report.title()),
                sections,
                Paper.Layout.PLAIN);
    }

    private Section method(FinancialReport report, List<ReportedVoucher> drawn, int seed) {
        Map<String, Long> all = count(report.vouchers());
        Map<String, Long> sample = count(drawn);
        return Section.of(
                t.say("spending.sample.method"),
                List.of(
                        Block.text(t.say("spending.sample.seed", String.valueOf(seed))),
                        Block.text(t.say(
                                "spending.sample.method.text",
                                drawn.size(),
                                report.vouchers().size())),
                        new Block.Table(
                                t.say("spending.sample.lines"),
                                List.of(
                                        Column.words(t.say("public.spending.column.line")),
                                        Column.figures(t.say("spending.sample.all")),
                                        Column.figures(t.say("spending.sample.drawn"))),
                                all.entrySet().stream()
                                        .map(line -> List.of(
                                                Cell.of(line.getKey()),
                                                Cell.of(t.number(line.getValue()), line.getValue()),
                                                Cell.of(
                                                        t.number(sample.getOrDefault(line.getKey(), 0L)),
                                                        sample.getOrDefault(line.getKey(), 0L))))
                                        .toList())));
    }

    private static Map<String, Long> count(List<ReportedVoucher> vouchers) {
        return vouchers.stream()
                .collect(Collectors.groupingBy(SamplePolicy::line, TreeMap::new, Collectors.counting()));
    }

    private Section page(
            FinancialReport report,
            ReportedVoucher voucher,
            FinancialReportPaperAssembler words,
            SampleEvidence evidence) {
        String id = voucher.id().toString();
        String hidden = t.say("spending.report.voucher.on-site");
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(fact("spending.sample.clause", join(voucher, evidence.clauses())));
        rows.add(fact("spending.field.lines", lines(report, voucher)));
        rows.add(fact("spending.field.day", t.date(voucher.day())));
        rows.add(fact("spending.field.supplier", words.supplier(voucher)));
        rows.add(fact("spending.field.number", voucher.onSite() ? hidden : voucher.reference()));
        rows.add(fact("spending.field.amount", t.money(voucher.amount(), voucher.currency())));
        rows.add(fact("public.spending.column.charged", t.money(voucher.charged(), report.currency())));
        rows.add(fact("spending.field.voucher", words.enclosure(voucher)));
        List<BooksEntry> entries = evidence.entries().getOrDefault(id, List.of());
        rows.add(fact(
                "spending.sample.books",
                entries.isEmpty()
                        ? t.say("spending.sample.books.none")
                        : entries.stream()
                                .map(entry -> entry(entry, voucher.onSite()))
                                .collect(Collectors.joining("; "))));
        rows.add(fact(
                "spending.sample.realisation",
                voucher.onSite()
                        ? hidden
                        : evidence.realisations().getOrDefault(id, t.say("spending.sample.realisation.none"))));
        return Section.of(
                t.say("spending.sample.page", FinancialReportPaperAssembler.number(voucher)),
                List.of(
                        new Block.Table(
                                t.say("spending.sample.page", FinancialReportPaperAssembler.number(voucher)),
                                List.of(
                                        Column.words(t.say("public.spending.column.what")),
                                        Column.words(t.say("public.spending.column.value"))),
                                rows),
                        Block.signature(t.say("spending.sample.checked"))));
    }

    private List<Cell> fact(String key, String value) {
        return List.of(Cell.of(t.say(key)), Cell.of(value.isEmpty() ? "–" : value));
    }

    private static String join(ReportedVoucher voucher, Map<String, String> clauses) {
        return voucher.shares().stream()
                .map(share -> clauses.getOrDefault(share.code(), ""))
                .filter(clause -> !clause.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String lines(FinancialReport report, ReportedVoucher voucher) {
        Map<String, String> labels =
                report.lines().stream().collect(Collectors.toMap(ReportedLine::code, ReportedLine::label));
        return voucher.shares().stream()
                .map(share -> BudgetLines.name(share.code(), labels.getOrDefault(share.code(), "")) + " ("
                        + t.money(share.amount(), report.currency()) + ")")
                .collect(Collectors.joining("; "));
    }

    private String entry(BooksEntry entry, boolean onSite) {
        return t.say(
                "spending.sample.books.entry",
                entry.account(),
                entry.day(),
                entry.reference().isEmpty() || onSite ? "none" : entry.reference(),
                t.money(entry.amount(), AccountantBooks.CURRENCY));
    }
}
