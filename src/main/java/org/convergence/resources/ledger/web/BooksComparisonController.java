package org.convergence.resources.ledger.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.BooksId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.BooksComparisonPolicy;
import org.convergence.resources.ledger.domain.BooksComparisonQueries;
import org.convergence.resources.ledger.domain.BooksComparisonQueries.AccountComparison;
import org.convergence.resources.ledger.domain.BooksComparisonQueries.ImportedBooks;
import org.convergence.resources.ledger.web.BooksComparisonPage.BooksPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows the difference between handed-over entries and the accountant's books: 0,00 $, or the lines that explain it.
 */
@Controller
@RequestMapping("/resources/ledger/books")
@Requires(LedgerPermissions.REVIEW)
record BooksComparisonController(BooksComparisonQueries compared) {

    private static final int SHOWN = 50;
    private static final int LINES = 200;

    /** More lines of an account are folded, so that the next account is in sight. */
    private static final int LINES_AT_ONCE = 10;

    @GetMapping
    ModelAndView list(Words t) {
        return PageView.of(
                "resources/ledger/books",
                new BooksPage(
                        LedgerTabs.findVisible(LedgerUrls.BOOKS, t),
                        compared.findLatest(SHOWN).stream()
                                .map(it -> new BooksPage.ImportedBooksRow(
                                        t.capital(t.period(it.since(), it.until())),
                                        LedgerUrls.BOOKS + "/" + it.id().value(),
                                        t.say("ledger.books.detail", it.name(), it.lines(), it.readAt())))
                                .toList()));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, Words t) {
        ImportedBooks books = compared.findById(new BooksId(id));
        List<AccountComparison> all = compared.compare(books.id());
        long apart = all.stream().filter(it -> it.difference().signum() != 0).count();
        return PageView.of(
                "resources/ledger/compared",
                new BooksComparisonPage(
                        t.say("ledger.books.title", t.period(books.since(), books.until())),
                        books.name(),
                        apart == 0 ? Tone.OK : Tone.WARN,
                        apart == 0
                                ? t.say("ledger.books.agree", t.money(BigDecimal.ZERO, books.currency()))
                                : t.say("ledger.books.apart", apart),
                        all.stream().map(it -> row(it, books, t)).toList(),
                        all.stream()
                                .filter(it -> !it.left().ours().isEmpty()
                                        || !it.left().hers().isEmpty())
                                .map(it -> explained(it, books, t))
                                .toList()));
    }

    private static BooksComparisonPage.AccountComparisonRow row(AccountComparison it, ImportedBooks books, Words t) {
        boolean agree = it.difference().signum() == 0;
        return new BooksComparisonPage.AccountComparisonRow(
                it.account().label(),
                t.money(it.closed(), books.currency()),
                t.money(it.open(), books.currency()),
                t.money(it.hers(), books.currency()),
                t.money(it.difference(), books.currency()),
                agree ? Tone.OK : Tone.WARN,
                t.say(agree ? "ledger.books.same" : "ledger.books.differs"));
    }

    private static BooksComparisonPage.UnpairedLinesPart explained(AccountComparison it, ImportedBooks books, Words t) {
        return new BooksComparisonPage.UnpairedLinesPart(
                it.account().label(),
                t.say(
                        "ledger.books.explained",
                        t.money(it.difference(), books.currency()),
                        it.left().same()),
                Stream.of(
                                side("ledger.books.only-ours", it.left().ours(), books, t),
                                side("ledger.books.only-hers", it.left().hers(), books, t))
                        .filter(each -> !each.lines().isEmpty())
                        .toList());
    }

    private static BooksComparisonPage.UnpairedSide side(
            String title, List<BooksComparisonPolicy.AccountLine> lines, ImportedBooks books, Words t) {
        return new BooksComparisonPage.UnpairedSide(
                t.say(title, lines.size(), lines.size() > LINES ? LINES : 0),
                lines.size() <= LINES_AT_ONCE,
                lines(lines.subList(0, Math.min(LINES, lines.size())), books, t));
    }

    private static List<BooksComparisonPage.UnpairedLineRow> lines(
            List<BooksComparisonPolicy.AccountLine> lines, ImportedBooks books, Words t) {
        return lines.stream()
                .map(it -> new BooksComparisonPage.UnpairedLineRow(
                        t.shortDate(it.day()),
                        Stream.of(
                                        Objects.requireNonNullElse(it.reference(), ""),
                                        it.text(),
                                        it.closed() ? "" : t.say("ledger.books.open-batch"))
                                .filter(each -> !each.isBlank())
                                .collect(Collectors.joining(" · ")),
                        t.money(it.amount(), books.currency())))
                .toList();
    }
}
