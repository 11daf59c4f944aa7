package org.convergence.resources.ledger.domain;

/** Whether money came into an account or left it. */
enum MoneyDirection {
    IN,
    OUT
}
