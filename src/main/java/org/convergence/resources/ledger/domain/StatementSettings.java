package org.convergence.resources.ledger.domain;

import java.util.UUID;
import org.convergence.resources.ledger.AccountId;

/**
 * What is chosen beside the columns of a bank's file.
 *
 * @param statement the id that it gets once it is entered
 * @param bank whose lines they are
 * @param currency the code of that account's money
 */
public record StatementSettings(UUID statement, UUID bank, String currency, DateOrder dates) {

    /** The account. */
    public AccountId account() {
        return new AccountId(bank);
    }

    /** The same with dates read otherwise. */
    public StatementSettings reading(DateOrder order) {
        return new StatementSettings(statement, bank, currency, order);
    }
}
