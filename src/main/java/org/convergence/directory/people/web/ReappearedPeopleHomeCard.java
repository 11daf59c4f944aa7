package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.requests.ErasureService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The card at the top of the first page when an erased person is back, for accounts that may erase people. */
@Component
@Order(2)
@Requires(PeoplePermissions.FORGET)
record ReappearedPeopleHomeCard(ErasureService erasure) implements HomeCard {

    @Override
    public List<Card> show(Words t) {
        try {
            List<CardRow> rows = erasure.findReappeared().stream()
                    .limit(MOST)
                    .map(each -> row(each, t))
                    .toList();
            return rows.isEmpty() ? List.of() : alarm(rows, t);
        } catch (Refused unreadable) {
            // The state is unknown, and the rest of the page does not depend on it.
            String what = t.say(unreadable.messageKey(), unreadable.arguments());
            return alarm(
                    List.of(new CardRow(
                            null,
                            null,
                            t.say("people.forgotten.now"),
                            true,
                            what,
                            PersonListPage.LIST,
                            null,
                            List.of())),
                    t);
        }
    }

    private static List<Card> alarm(List<CardRow> rows, Words t) {
        return List.of(Card.of(CardPart.FIRST, t.say("people.forgotten.alarm"), rows, null));
    }

    private static CardRow row(PersonId person, Words t) {
        String url = PersonPageAssembler.url(person) + "/forget";
        return new CardRow(
                null,
                null,
                t.say("people.forgotten.now"),
                true,
                t.say("people.forgotten.back"),
                url,
                null,
                List.of(CardAction.link(t.say("people.forgotten.see"), url)));
    }
}
