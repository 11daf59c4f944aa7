package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The settings of an import of a general ledger, besides its columns.
 *
 * @param books the id of the import once it is entered
 * @param since the first day to compare
 * @param until the last day to compare
 * @param currency the currency code of the books
 */
public record BooksSettings(UUID books, LocalDate since, LocalDate until, String currency, DateOrder dates) {

    /** The same settings with another date order. */
    public BooksSettings withDates(DateOrder order) {
        return new BooksSettings(books, since, until, currency, order);
    }
}
