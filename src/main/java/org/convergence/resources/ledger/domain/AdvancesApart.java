package org.convergence.resources.ledger.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.database.Json;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.Speaking;
import org.joda.money.CurrencyUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Corrects advances when a merge of two payers is undone. What the money of one settled for the other meanwhile is owed
 * again, so that the same money does not pay twice.
 */
@Component
class AdvancesApart {

    private final LeftOver leftOver;
    private final Settling settling;
    private final OrganisationSettings settings;
    private final Speaking speaking;
    private final JdbcClient db;

    AdvancesApart(
            LeftOver leftOver, Settling settling, OrganisationSettings settings, Speaking speaking, JdbcClient db) {
        this.leftOver = leftOver;
        this.settling = settling;
        this.settings = settings;
        this.speaking = speaking;
        this.db = db;
    }

    /**
     * Takes back what the kept payer settled with advances that are no longer its own.
     *
     * @param column of payments, {@code organisation} or {@code person}
     * @param before the state stored when payments were moved to the kept payer
     */
    void settle(String column, Json before) {
        before.node()
                .path("moved")
                .valueStream()
                .map(each -> UUID.fromString(each.path(column).asString()))
                .distinct()
                .map(kept -> column.equals("person")
                        ? new LeftOver.Payer(null, kept, null)
                        : new LeftOver.Payer(kept, null, null))
                .forEach(this::settle);
    }

    private void settle(LeftOver.Payer kept) {
        leftOver.hold(kept);
        for (CurrencyUnit currency : currencies(kept)) {
            var left = leftOver.sum(kept, currency);
            if (left.signum() < 0) {
                settling.hold(settling.settledBy(kept, currency).stream()
                        .map(Settling.Own::invoice)
                        .toList());
                settling.takeBack(
                        kept,
                        settling.settledBy(kept, currency),
                        Amounts.of(currency, left.negate()),
                        settings.today(),
                        speaking.toAll().say("ledger.apart"));
            }
        }
    }

    private List<CurrencyUnit> currencies(LeftOver.Payer kept) {
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
