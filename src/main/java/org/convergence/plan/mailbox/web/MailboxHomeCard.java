package org.convergence.plan.mailbox.web;

import java.util.List;
import org.convergence.plan.mailbox.MailboxPermissions;
import org.convergence.plan.mailbox.domain.WaitingMailQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** « Courriels à classer » on the owner's home page: the number of mails, never their content. */
@Component
@Order(45)
@Requires(MailboxPermissions.OWN)
record MailboxHomeCard(WaitingMailQueries waiting, OrganisationSettings settings) implements HomeCard {

    @Override
    public List<Card> show(Words t) {
        return waiting.findOldestArrival()
                .map(oldest -> new CardRow(
                        null,
                        null,
                        t.capital(t.ago(oldest.atZone(t.zone()).toLocalDate(), settings.today())),
                        false,
                        t.say("mailbox.card", waiting.count()),
                        MailboxPage.LIST,
                        null,
                        List.of(new CardAction(t.say("mailbox.sort"), MailboxPage.LIST, false))))
                .map(row -> List.of(Card.of(CardPart.WEEK, List.of(row))))
                .orElse(List.of());
    }
}
