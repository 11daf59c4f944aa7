package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What is chosen beside the columns of a general ledger.
 *
 * @param books the id that it gets once it is entered
 * @param since the first day that is compared
 * @param until the last
 * @param currency the code of her books' money
 */
public record BooksSettings(UUID books, LocalDate since, LocalDate until, String currency, DateOrder dates) {

    /** The same with dates read otherwise. */
    public BooksSettings reading(DateOrder order) {
        return new BooksSettings(books, since, until, currency, order);
    }
}
