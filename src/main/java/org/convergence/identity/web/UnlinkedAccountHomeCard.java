package org.convergence.identity.web;

import java.util.List;
import org.convergence.identity.IdentityPermissions;
import org.convergence.identity.domain.AccountLinkService;
import org.convergence.identity.domain.AccountLinkService.LinkableAccount;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Accounts without a person, of which the directory holds one person of the same name: until a user links both, what the
 * person is responsible for does not reach her own home page.
 */
@Component
@Order(5)
@Requires(IdentityPermissions.LINK)
record UnlinkedAccountHomeCard(AccountLinkService accounts, OrganisationSettings settings) implements HomeCard {

    @Override
    public List<Card> show(Words t) {
        List<CardRow> rows =
                accounts.findLinkable(MOST).stream().map(each -> row(each, t)).toList();
        return rows.isEmpty() ? List.of() : List.of(Card.of(CardPart.NEWS, t.say("identity.unlinked"), rows, null));
    }

    private CardRow row(LinkableAccount account, Words t) {
        String url = PersonAccountController.url(account.person());
        return new CardRow(
                "identity/account/" + account.person().value(),
                settings.today(),
                "",
                false,
                t.say("identity.unlinked.account"),
                url,
                t.say("identity.unlinked.text", account.name()),
                List.of(CardAction.link(t.say("identity.person.link"), url)));
    }
}
