package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.resources.ledger.AccountantBooks;
import org.convergence.resources.ledger.BooksId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.BooksImportKind.BooksSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters a general ledger whose lines are known, without a file. */
@Service
@Transactional
@Requires(LedgerPermissions.REVIEW)
public class BooksService {

    private final BooksRepository books;

    BooksService(BooksRepository books) {
        this.books = books;
    }

    /**
     * A line of a general ledger.
     *
     * @param reference may be empty
     * @param amount above zero for a debit
     */
    public record BooksLineFacts(String account, LocalDate day, String reference, String text, BigDecimal amount) {}

    /** Enters the general ledger of a period. */
    @Transactional(label = "ledger.books")
    public BooksId enter(String name, LocalDate since, LocalDate until, List<BooksLineFacts> lines) {
        BooksSettings settings =
                new BooksSettings(Ids.next(), since, until, AccountantBooks.CURRENCY, DateOrder.DAY_FIRST);
        books.insertBooks(settings, name);
        int number = 1;
        for (BooksLineFacts line : lines) {
            books.insert(
                    settings.books(),
                    number++,
                    line.account(),
                    new BooksRow.BooksLine(
                            line.day(),
                            line.reference().isEmpty() ? null : line.reference(),
                            line.text(),
                            line.amount()));
        }
        return new BooksId(settings.books());
    }
}
