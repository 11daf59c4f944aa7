package org.convergence.plan.time.web;

import java.util.List;
import org.convergence.plan.time.TimePermissions;
import org.convergence.plan.time.domain.SheetApprovalService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the home page: the weeks that await the actor's approval. */
@Component
@Order(31)
@Requires(TimePermissions.CHECK)
record ApprovalHomeCard(SheetApprovalService approval, OrganisationSettings settings) implements HomeCard {

    private static final String SHEETS = TimeMenu.ROOM + "/sheets";

    @Override
    public List<Card> show(Words t) {
        int many = approval.countWaiting();
        return many == 0
                ? List.of()
                : List.of(Card.of(
                        CardPart.WEEK,
                        List.of(new CardRow(
                                "plan.time/sheets",
                                settings.today(),
                                t.say("time.today.waiting"),
                                false,
                                t.say("time.today.sheets", many),
                                SHEETS,
                                null,
                                List.of(CardAction.link(t.say("time.today.look"), SHEETS))))));
    }
}
