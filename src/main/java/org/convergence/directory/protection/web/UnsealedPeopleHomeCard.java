package org.convergence.directory.protection.web;

import java.util.List;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.domain.ProtectionQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The card at the top of the first page when a protected person is in clear, for accounts that may protect people. */
@Component
@Order(1)
@Requires(ProtectionPermissions.PROTECT)
record UnsealedPeopleHomeCard(ProtectionQueries protectionQueries) implements HomeCard {

    @Override
    public List<Card> show(Words t) {
        try {
            return protectionQueries.findInClear().isEmpty() ? List.of() : alarm(t.say("protection.clear.what"), t);
        } catch (Refused unreadable) {
            // The state is unknown, and the rest of the page does not depend on it.
            return alarm(t.say(unreadable.messageKey(), unreadable.arguments()), t);
        }
    }

    private static List<Card> alarm(String what, Words t) {
        CardAction act = CardAction.link(t.say("protection.clear.see"), ProtectionUrls.LIST);
        return List.of(Card.of(
                CardPart.FIRST,
                t.say("protection.clear.alarm"),
                List.of(new CardRow(
                        null,
                        null,
                        t.say("protection.clear.now"),
                        true,
                        what,
                        ProtectionUrls.LIST,
                        null,
                        List.of(act))),
                null));
    }
}
