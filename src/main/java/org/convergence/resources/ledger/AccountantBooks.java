package org.convergence.resources.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
}
