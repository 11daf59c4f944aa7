package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import org.convergence.directory.people.Party;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.PaymentMethod;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment received.
 *
 * @param from the paying party; {@code null} if not in the directory
 * @param payer the payer's name on the cheque or statement, if different
 * @param reference the number of a cheque or transfer
 * @param amount above zero
 * @param bank the account that received it; {@code null} until it is deposited
 * @param source idempotency key: entered again with the same source, nothing is made
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
