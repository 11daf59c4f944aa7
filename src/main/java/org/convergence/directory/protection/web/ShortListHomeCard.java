package org.convergence.directory.protection.web;

import java.util.List;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.domain.IdentityOpeningService;
import org.convergence.directory.protection.domain.IdentityOpeningService.ShortList;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asks the only opener of a protected person for a second one, and people who decide where none is left. */
@Component
@Order(2)
@Requires(ProtectionPermissions.READ)
record ShortListHomeCard(IdentityOpeningService identityOpeningService) implements HomeCard {

    @Override
    public List<Card> show(Words t) {
        List<CardRow> rows = identityOpeningService.findShortLists().stream()
                .map(each -> row(each, t))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(Card.of(CardPart.FIRST, t.say("protection.short.title"), rows, null));
    }

    private static CardRow row(ShortList it, Words t) {
        String url = ProtectionUrls.person(it.person());
        return new CardRow(
                null,
                null,
                t.say("protection.clear.now"),
                false,
                t.say("protection.short.what", it.openers()),
                url,
                null,
                List.of(CardAction.link(t.say("protection.short.name"), url)));
    }
}
