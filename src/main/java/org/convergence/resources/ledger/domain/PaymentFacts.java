package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import org.convergence.directory.people.Party;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.PaymentMethod;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money that arrived.
 *
 * @param from who paid; {@code null} where the directory does not know
 * @param payer how the payer is called on the cheque or in the statement, where that is another name
 * @param reference the number of a cheque or of a transfer
 * @param amount above zero
 * @param bank into which account it came; {@code null} until it is deposited
 * @param source what told of it: told again, nothing is entered
 */
public record PaymentFacts(
        @Nullable Party from,
        @Nullable String payer,
        PaymentMethod method,
        LocalDate receivedOn,
        @Nullable String reference,
        Money amount,
        @Nullable AccountId bank,
        @Nullable String remark,
        @Nullable String source) {}
