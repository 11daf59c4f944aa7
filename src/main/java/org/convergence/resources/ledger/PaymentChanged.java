package org.convergence.resources.ledger;

/**
 * A payment was corrected or reversed, or is about to be deleted. Published in the same transaction: a module that knows
 * more of the payment, such as the gift that it is, refuses by an exception.
 */
public record PaymentChanged(PaymentId payment, boolean isDeleted) {}
