package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.TransactionLock;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The credit of payers: the sum of their parts that settle nothing yet, never below zero. A transaction that lowers it
 * locks the payer first, so that the same money is not used twice.
 */
@Component
record PayerCredit(JdbcClient db) {

    /** A payer: a party of the directory, else the name on the cheque. */
    record PayerKey(
            @Nullable UUID organisation,
            @Nullable UUID person,
            @Nullable String name) {

        static PayerKey of(@Nullable Party party, @Nullable String name) {
            return new PayerKey(
                    party instanceof OrganisationId it ? it.value() : null,
                    party instanceof PersonId it ? it.value() : null,
                    party == null ? name : null);
        }

        /** The condition on a payment {@code p}; its parameter is {@code :payer}. */
        String condition() {
            return organisation != null
                    ? "p.organisation = :payer"
                    : person != null
                            ? "p.person = :payer"
                            : "p.organisation IS NULL AND p.person IS NULL AND p.payer = :payer";
        }

        Object key() {
            return organisation != null ? organisation : person != null ? person : Objects.requireNonNullElse(name, "");
        }
    }

    /** Locks the credit of these payers until the transaction ends. */
    void lock(PayerKey... payers) {
        Stream.of(payers)
                .map(it -> it.key().toString())
                .distinct()
                .sorted()
                .forEach(it -> TransactionLock.acquire(db, "ledger.advance/" + it));
    }

    BigDecimal balance(PayerKey payer, CurrencyUnit currency) {
        return db.sql("""
                        SELECT coalesce(sum(a.amount), 0) FROM resources.ledger_allocation a
                        JOIN resources.ledger_payment p ON p.id = a.payment
                        JOIN resources.ledger_account c ON c.id = a.account AND c.purpose = 'ADVANCE'
                        WHERE p.currency = :currency AND\s""" + payer.condition())
                .param("payer", payer.key())
                .param("currency", currency.getCode())
                .query(BigDecimal.class)
                .single();
    }

    /** What is left to a payer, by currency. */
    List<Money> findLeft(PayerKey payer) {
        return db.sql("""
                        SELECT p.currency, sum(a.amount) AS amount FROM resources.ledger_allocation a
                        JOIN resources.ledger_payment p ON p.id = a.payment
                        JOIN resources.ledger_account c ON c.id = a.account AND c.purpose = 'ADVANCE'
                        WHERE\s""" + payer.condition() + " GROUP BY p.currency HAVING sum(a.amount) > 0 ORDER BY p.currency")
                .param("payer", payer.key())
                .query((row, n) ->
                        MoneyAmounts.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")))
                .list();
    }

    /** @throws Refused if a removed payment leaves the credit below zero */
    void requireCovered(PayerKey payer, CurrencyUnit currency) {
        if (balance(payer, currency).signum() < 0) {
            throw new Refused("ledger.refused.rests");
        }
    }
}
