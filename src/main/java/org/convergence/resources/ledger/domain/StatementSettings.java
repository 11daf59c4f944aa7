package org.convergence.resources.ledger.domain;

import java.util.UUID;
import org.convergence.resources.ledger.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What is chosen beside the columns of a bank's file.
 *
 * @param statement the id that it gets once it is entered
 * @param bank whose lines they are
 * @param currency the code of that account's money
 * @param directions how the file says what came and what went; {@code null} in files that were read before it was asked
 */
public record StatementSettings(
        UUID statement,
        UUID bank,
        String currency,
        DateOrder dates,
        @Nullable DirectionSettings directions) {

    /** A file of which nothing is known yet. */
    public StatementSettings(UUID statement, UUID bank, String currency) {
        this(statement, bank, currency, DateOrder.DAY_FIRST, null);
    }

    /** The account. */
    public AccountId account() {
        return new AccountId(bank);
    }

    /** How the file says what came and what went. */
    public DirectionSettings direction() {
        return directions == null ? DirectionSettings.UNKNOWN : directions;
    }

    /** The same file read otherwise. */
    public StatementSettings reading(DateOrder order, DirectionSettings otherDirections) {
        return new StatementSettings(statement, bank, currency, order, otherDirections);
    }
}
