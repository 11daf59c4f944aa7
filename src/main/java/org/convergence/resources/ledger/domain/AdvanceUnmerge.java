package org.convergence.resources.ledger.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.database.Json;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.joda.money.CurrencyUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Corrects advances when a merge of two payers is undone. What the money of one settled for the other meanwhile is owed
 * again, so that the same money does not pay twice.
 */
@Component
record AdvanceUnmerge(
        PayerCredit leftOver,
        SettlementService settlements,
        OrganisationSettings settings,
        RecipientWords recipientWords,
        JdbcClient db) {

    /**
     * Undoes a merge of payers: reverses the settlements that the kept payer made with advances that are no longer its
     * own.
     *
     * @param column of payments, {@code organisation} or {@code person}
     * @param before the state stored when payments were moved to the kept payer
     */
    void takeBackExcess(String column, Json before) {
        before.node()
                .path("moved")
                .valueStream()
                .map(each -> UUID.fromString(each.path(column).asString()))
                .distinct()
                .map(kept -> column.equals("person")
                        ? new PayerCredit.PayerKey(null, kept, null)
                        : new PayerCredit.PayerKey(kept, null, null))
                .forEach(this::takeBackExcess);
    }

    private void takeBackExcess(PayerCredit.PayerKey kept) {
        leftOver.lock(kept);
        for (CurrencyUnit currency : currencies(kept)) {
            var left = leftOver.balance(kept, currency);
            if (left.signum() < 0) {
                settlements.lock(settlements.findSettledBy(kept, currency).stream()
                        .map(SettlementService.PayerSettlement::invoice)
                        .toList());
                settlements.reclaim(
                        kept,
                        settlements.findSettledBy(kept, currency),
                        MoneyAmounts.of(currency, left.negate()),
                        settings.today(),
                        recipientWords.forOrganisation().say("ledger.apart"));
            }
        }
    }

    private List<CurrencyUnit> currencies(PayerCredit.PayerKey kept) {
        return db
                .sql("SELECT DISTINCT p.currency FROM resources.ledger_payment p WHERE " + kept.condition())
                .param("payer", kept.key())
                .query(String.class)
                .list()
                .stream()
                .map(CurrencyUnit::of)
                .toList();
    }
}
