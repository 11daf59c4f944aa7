package org.convergence.resources.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The accountant's general ledger as it was imported, for modules that compare their amounts with it. */
public interface AccountantBooks {

    /** The currency of the books. */
    String CURRENCY = "CAD";

    /**
     * An amount recorded elsewhere.
     *
     * @param account code of the account in which it is expected
     * @param reference may be empty
     * @param amount above zero for a debit, in the currency of the books
     */
    record RecordedAmount(UUID id, String account, LocalDate day, String reference, BigDecimal amount) {}

    /** A line of the books; the reference may be empty, the amount is above zero for a debit. */
    record BooksEntry(LocalDate day, String account, String reference, String text, BigDecimal amount) {}

    /**
     * Equal amounts in pairs, and what is left on each side.
     *
     * @param until the last day of the period that the imported books cover; {@code null} if they cover none
     * @param paired the line of the books that each other amount is paired with
     */
    record BooksMatch(
            @Nullable LocalDate until,
            List<UUID> onlyRecorded,
            List<BooksEntry> onlyInBooks,
            Map<UUID, BooksEntry> paired) {}

    /**
     * Pairs recorded amounts of a period with the books: by account, reference and amount, else by account, amount and
     * day. Of imports that cover one day, the latest counts. An amount from before the period may stand in the books of
     * the period, since it came late, or in those of its own day.
     *
     * @param accounts the codes of the accounts to read, in any notation
     */
    BooksMatch match(List<RecordedAmount> recorded, Collection<String> accounts, LocalDate from, LocalDate to);

    /**
     * A debit of the books.
     *
     * @param key a hash of what the line says, which stays the same when the books are imported again
     */
    record BooksDebit(String key, BooksEntry entry) {}

    /**
     * The debits of a period, by account and day; of imports that cover one day, the latest counts.
     *
     * @param accounts the codes of the accounts to read, in any notation
     */
    List<BooksDebit> findDebits(Collection<String> accounts, LocalDate from, LocalDate to);

    /** The accounts that have lines in a period, as the books write them. */
    List<String> findAccounts(LocalDate from, LocalDate to);

    /** The day of the last line of the books; empty before the first import. */
    Optional<LocalDate> findLastDay();

    /** An account of the books. */
    record BooksAccount(String code, String name) {}

    /** The bank account; empty if there are several. */
    Optional<BooksAccount> findOnlyBank();
}
