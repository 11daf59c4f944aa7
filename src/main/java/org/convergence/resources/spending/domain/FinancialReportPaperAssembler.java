package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.AccountantBooks;
import org.convergence.resources.spending.BudgetLines;
import org.convergence.resources.spending.BudgetMatches.BudgetMatch;
import org.convergence.resources.spending.BudgetOrigins.BudgetOrigin;
import org.convergence.resources.spending.domain.FinancialReport.ReportApproval;
import org.convergence.resources.spending.domain.FinancialReport.ReportedBooks;
import org.convergence.resources.spending.domain.FinancialReport.ReportedLine;
import org.convergence.resources.spending.domain.FinancialReport.ReportedVoucher;
import org.convergence.resources.spending.domain.FinancialReport.UnpairedAmount;
import org.jspecify.annotations.Nullable;

/** A financial report on paper: lines, variances, rates, the agreement with the books, and the index of vouchers. */
public record FinancialReportPaperAssembler(String organisation, Words t) {

    /** The number of a voucher in its report, in three digits or more. */
    static String number(ReportedVoucher voucher) {
        return String.format(Locale.ROOT, "%03d", voucher.number());
    }

    /** @param indexed whether the paper lists the vouchers; else it says where they are */
    Paper assemble(FinancialReport report, boolean indexed) {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(t.say("spending.report.about"), List.of(about(report))));
        sections.add(Section.of(t.say("spending.report.lines"), List.of(lines(report))));
        List<List<Block>> reasons = report.lines().stream()
                .filter(line -> !line.reason().isEmpty())
                .map(line -> List.of(Block.text(t.say(
                        "spending.report.reason.of",
                        BudgetLines.name(line.code(), line.label()),
                        money(line.variance(), report),
                        line.reason()))))
                .toList();
        sections.add(Section.of(
                t.say("spending.report.variances"),
                List.of(
                        Block.text(variancesMethod(report)),
                        reasons.isEmpty()
                                ? Block.text(t.say("spending.report.variances.none"))
                                : new Block.ItemList(false, reasons))));
        BudgetMatch match = report.match();
        if (match != null) {
            sections.add(Section.of(
                    t.say("public.spending.match"), new ReportedMatchBlocks(t).assemble(match, report.currency())));
        }
        sections.add(Section.of(t.say("spending.report.currency"), new ReportCurrencyFormatter(report, t).blocks()));
        sections.add(Section.of(t.say("spending.report.books"), books(report)));
        Block index = indexed
                ? new VoucherIndexAssembler(this).table(report, report.vouchers())
                : Block.text(t.say(
                        "spending.report.vouchers.annexes", report.vouchers().size()));
        sections.add(Section.of(
                t.say("spending.report.vouchers"),
                report.vouchers().isEmpty()
                        ? List.of(Block.text(t.say("spending.report.vouchers.none")))
                        : Stream.concat(Stream.of(index), rebates(report).map(Block::text).stream())
                                .toList()));
        sections.add(Section.of(
                t.say("spending.report.signature"), List.of(Block.signature(t.say("spending.report.signature.text")))));
        return new Paper(
                title(report, t),
                t.capital(t.period(report.startsOn(), report.endsOn())),
                organisation,
                t.say("spending.report.description", report.title()),
                sections,
                Paper.Layout.SHEET);
    }

    /** Names the report; one that is not approved is a draft in every format. */
    static String title(FinancialReport report, Words t) {
        return t.say(report.approval() == null ? "spending.report.file.draft" : "spending.report.file", report.title());
    }

    /** The funder, the agreement and its dates, and who approved the figures. */
    private Block about(FinancialReport report) {
        List<List<Cell>> rows = new ArrayList<>();
        BudgetOrigin agreement = report.agreement();
        if (agreement != null) {
            rows.add(fact("spending.report.funder", agreement.funder()));
            rows.add(fact("spending.report.agreement-number", agreement.number()));
        }
        rows.add(fact("spending.report.agreement", report.title()));
        rows.add(fact("spending.report.agreement-dates", t.period(report.budgetStartsOn(), report.budgetEndsOn())));
        if (agreement != null && agreement.received() != null) {
            rows.add(fact("spending.report.received", money(agreement.received(), report)));
            rows.add(fact("spending.report.unspent", money(unspent(agreement.received(), report), report)));
        }
        ReportApproval approval = report.approval();
        rows.add(fact(
                "spending.field.state",
                approval == null
                        ? t.say("spending.report.draft")
                        : t.say(
                                "spending.report.approved-by",
                                approval.by().isEmpty() ? "none" : approval.by(),
                                approval.on())));
        return new Block.Table(
                t.say("spending.report.about"),
                List.of(
                        Column.words(t.say("public.spending.column.what")),
                        Column.words(t.say("public.spending.column.value"))),
                rows.stream()
                        .filter(row -> !Inline.text(row.get(1).parts()).isEmpty())
                        .toList());
    }

    private static BigDecimal unspent(BigDecimal received, FinancialReport report) {
        return received.subtract(report.total(ReportedLine::cumulative));
    }

    /** What the funder paid, and what of it is not spent; {@code null} if it is not known. */
    public @Nullable String received(FinancialReport report) {
        BigDecimal received =
                report.agreement() == null ? null : report.agreement().received();
        return received == null
                ? null
                : t.say(
                        "spending.report.received.unspent",
                        money(received, report),
                        money(unspent(received, report), report));
    }

    private List<Cell> fact(String key, String value) {
        return List.of(Cell.of(t.say(key)), Cell.of(t.capital(value)));
    }

    /** How variances are computed, for a report. */
    public String variancesMethod(FinancialReport report) {
        return t.say(
                "spending.report.variances.method",
                report.measuredOn(),
                t.decimal(VariancePolicy.PERCENT),
                t.money(VariancePolicy.AMOUNT, report.currency()));
    }

    String money(BigDecimal amount, FinancialReport report) {
        return t.money(amount, report.currency());
    }

    Cell cell(BigDecimal amount, FinancialReport report) {
        return Cell.of(money(amount, report), amount);
    }

    private Block lines(FinancialReport report) {
        List<List<Cell>> rows = report.lines().stream()
                .map(line -> List.of(
                        Cell.of(BudgetLines.name(line.code(), line.label())),
                        cell(line.budget(), report),
                        cell(line.spent(), report),
                        cell(line.cumulative(), report),
                        cell(line.left(), report),
                        cell(line.variance(), report)))
                .toList();
        return new Block.Table(
                        t.say("spending.report.lines"),
                        Stream.of("line", "budget", "spent", "cumulative", "left", "variance")
                                .map(key -> new Column(t.say("public.spending.column." + key), !key.equals("line")))
                                .toList(),
                        rows)
                .withTotal(List.of(
                        Cell.of(t.say("public.spending.total")),
                        cell(report.total(ReportedLine::budget), report),
                        cell(report.total(ReportedLine::spent), report),
                        cell(report.total(ReportedLine::cumulative), report),
                        cell(report.total(ReportedLine::left), report),
                        cell(report.total(ReportedLine::variance), report)));
    }

    private List<Block> books(FinancialReport report) {
        ReportedBooks books = report.books();
        List<Block> blocks = new ArrayList<>();
        booksSentences(books).forEach(sentence -> blocks.add(Block.text(sentence)));
        if (books.until() == null) {
            return blocks;
        }
        if (!books.onlyHere().isEmpty()) {
            blocks.add(unpaired("spending.report.books.only-here", books.onlyHere(), books));
        }
        if (!books.onlyInBooks().isEmpty()) {
            blocks.add(unpaired("spending.report.books.only-there", books.onlyInBooks(), books));
        }
        return blocks;
    }

    /** The difference between the report and the books, and how far the books go. */
    public List<String> booksSentences(ReportedBooks books) {
        List<String> sentences = new ArrayList<>();
        LocalDate until = books.until();
        if (until == null) {
            sentences.add(t.say("spending.report.books.absent"));
        } else {
            sentences.add(t.say("spending.report.books.difference", t.money(books.difference(), books.currency())));
            sentences.add(t.say("spending.report.books.until", until));
        }
        if (books.withoutRate() > 0) {
            sentences.add(t.say("spending.report.books.without-rate", books.withoutRate(), books.currency()));
        }
        return sentences;
    }

    private Block unpaired(String title, List<UnpairedAmount> amounts, ReportedBooks books) {
        return new Block.Table(
                t.say(title),
                List.of(
                        Column.words(t.say("spending.field.day")),
                        Column.words(t.say("public.spending.column.account")),
                        Column.words(t.say("spending.field.number")),
                        Column.words(t.say("public.spending.column.what")),
                        Column.figures(t.say("spending.field.amount"))),
                amounts.stream()
                        .map(each -> List.of(
                                Cell.of(t.shortDate(each.day()), each.day()),
                                Cell.of(
                                        each.account().isEmpty()
                                                ? t.say("spending.report.no-account")
                                                : each.account()),
                                Cell.of(each.reference()),
                                Cell.of(each.text()),
                                Cell.of(t.money(each.amount(), books.currency()), each.amount())))
                        .toList());
    }

    /** What rebates of taxes took off the vouchers of a report; empty if there was none (R-TAX-7). */
    public Optional<String> rebates(FinancialReport report) {
        BigDecimal rebate = report.rebate();
        return rebate.signum() == 0
                ? Optional.empty()
                : Optional.of(t.say("spending.report.rebate", t.money(rebate, AccountantBooks.CURRENCY)));
    }

    /** The supplier; not told if the voucher shows someone protected. One from before the period says so. */
    public String supplier(ReportedVoucher voucher) {
        return withPeriod(voucher, name(voucher), t);
    }

    /** The name of a voucher, with the words for one from before the period. */
    public static String withPeriod(ReportedVoucher voucher, String name, Words t) {
        return Boolean.TRUE.equals(voucher.earlier()) ? t.say("public.spending.voucher.earlier", name) : name;
    }

    private String name(ReportedVoucher voucher) {
        return voucher.onSite()
                ? t.say("spending.report.voucher.masked")
                : voucher.supplier().isEmpty() ? t.say("spending.no-supplier") : voucher.supplier();
    }

    /** Whether the voucher is in the archive, is shown on site, or does not exist. */
    public String enclosure(ReportedVoucher voucher) {
        return voucher.onSite()
                ? t.say("spending.report.voucher.on-site")
                : voucher.document() == null
                        ? t.say("spending.report.voucher.none")
                        : t.say("spending.report.voucher.enclosed", number(voucher));
    }
}
