package org.convergence.directory.protection.web;

import java.util.List;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.domain.NameSweepService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The card at the top of the first page when the search for a protected person's name failed or was stopped. */
@Component
@Order(2)
@Requires(ProtectionPermissions.PROTECT)
record UnfinishedSweepHomeCard(NameSweepService sweeps) implements HomeCard {

    @Override
    public List<Card> show(Words t) {
        List<PersonId> people = sweeps.findNotDone();
        return people.isEmpty()
                ? List.of()
                : List.of(Card.of(
                        CardPart.FIRST,
                        t.say("protection.sweep.alarm"),
                        people.stream()
                                .limit(MOST)
                                .map(person -> row(ProtectionUrls.person(person), t))
                                .toList(),
                        null));
    }

    private static CardRow row(String url, Words t) {
        return new CardRow(
                null,
                null,
                t.say("protection.clear.now"),
                true,
                t.say("protection.sweep.alarm.what"),
                url,
                null,
                List.of(CardAction.link(t.say("protection.sweep.alarm.see"), url)));
    }
}
