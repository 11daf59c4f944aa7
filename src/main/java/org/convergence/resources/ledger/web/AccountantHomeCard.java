package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.AccountantQueueService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The number of waiting entries, on the accountant's home page. */
@Component
@Order(50)
@Requires(LedgerPermissions.REVIEW)
record AccountantHomeCard(AccountantQueueService queue, OrganisationSettings settings) implements HomeCard {

    @Override
    public List<Card> show(Words t) {
        if (!AccountantQueuePage.isReaderAccountant()) {
            return List.of();
        }
        AccountantQueueService.QueueCounts waiting = queue.waiting();
        int many = waiting.all() - waiting.returned();
        return many == 0
                ? List.of()
                : List.of(Card.of(
                        CardPart.WEEK,
                        List.of(new CardRow(
                                "resources.ledger/queue",
                                settings.today(),
                                t.say("ledger.today.queue.when"),
                                false,
                                t.say("ledger.today.queue", many),
                                LedgerUrls.QUEUE,
                                null,
                                List.of(CardAction.link(t.say("ledger.today.queue.act"), LedgerUrls.QUEUE))))));
    }
}
