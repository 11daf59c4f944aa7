package org.convergence.resources.ledger.domain;

import java.util.UUID;
import org.convergence.resources.ledger.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an import of a bank statement, besides its columns.
 *
 * @param statement the id of the statement once it is entered
 * @param bank the id of the account
 * @param currency the currency code of the account
 * @param directions how the file gives directions; {@code null} in files read before this setting existed
 */
public record StatementSettings(
        UUID statement,
        UUID bank,
        String currency,
        DateOrder dates,
        @Nullable DirectionSettings directions) {

    /** The settings before anything is known. */
    public StatementSettings(UUID statement, UUID bank, String currency) {
        this(statement, bank, currency, DateOrder.DAY_FIRST, null);
    }

    /** The account of the statement. */
    public AccountId account() {
        return new AccountId(bank);
    }

    /** How the file gives directions. */
    public DirectionSettings direction() {
        return directions == null ? DirectionSettings.UNKNOWN : directions;
    }

    /** The same settings with another date order and directions. */
    public StatementSettings with(DateOrder order, DirectionSettings otherDirections) {
        return new StatementSettings(statement, bank, currency, order, otherDirections);
    }
}
