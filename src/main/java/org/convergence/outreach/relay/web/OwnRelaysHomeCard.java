package org.convergence.outreach.relay.web;

import java.util.List;
import org.convergence.outreach.relay.RelayPermissions;
import org.convergence.outreach.relay.domain.OwnRelayQueries;
import org.convergence.outreach.relay.domain.OwnRelayQueries.RelayTotals;
import org.convergence.outreach.relay.domain.Relay;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The kits that a director's own organisations have, and the totals of the board; no list of other organisations. */
@Component
@Order(48)
@Requires(RelayPermissions.READ)
record OwnRelaysHomeCard(OwnRelayQueries relays) implements HomeCard {

    @Override
    public List<Card> show(Words t) {
        if (CurrentActor.get().may(RelayPermissions.EDIT)) {
            return List.of();
        }
        List<CardRow> rows = relays.findOwn().stream().map(each -> row(each, t)).toList();
        String totals = formatTotals(t);
        return rows.isEmpty() && totals == null
                ? List.of()
                : List.of(new Card(
                        CardPart.NEWS,
                        t.say(rows.isEmpty() ? "relay.menu" : "relay.card"),
                        rows,
                        List.of(),
                        totals,
                        null));
    }

    private @Nullable String formatTotals(Words t) {
        if (!CurrentActor.get().may(RelayPermissions.TOTALS)) {
            return null;
        }
        RelayTotals all = relays.count();
        return t.say("relay.totals", all.relays(), all.organisations());
    }

    private static CardRow row(Relay relay, Words t) {
        String detail = RelayKitController.detail(relay, t);
        return new CardRow(
                null,
                relay.declaredOn(),
                t.say(relay.state().key()),
                false,
                t.say("relay.card.row", relay.title(), relay.organisationName()),
                RelayKitController.url(relay.kit()),
                detail.isEmpty() ? null : detail,
                List.of());
    }
}
