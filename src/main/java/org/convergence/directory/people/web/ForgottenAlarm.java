package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.requests.Erasure;
import org.convergence.platform.database.Refused;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The card at the top of the first page when an erased person is back, for accounts that may erase people. */
@Component
class ForgottenAlarm implements HomeCard {

    private final Erasure erasure;

    ForgottenAlarm(Erasure erasure) {
        this.erasure = erasure;
    }

    @Override
    public int order() {
        return 2;
    }

    @Override
    public String permission() {
        return PeoplePermissions.FORGET;
    }

    @Override
    public List<Card> show(Words t) {
        try {
            List<Row> rows = erasure.comeBack().stream()
                    .limit(MOST)
                    .map(each -> row(each, t))
                    .toList();
            return rows.isEmpty() ? List.of() : alarm(rows, t);
        } catch (Refused unreadable) {
            // The state is unknown, and the rest of the page does not depend on it.
            String what = t.say(unreadable.messageKey(), unreadable.arguments());
            return alarm(
                    List.of(new Row(
                            null, null, t.say("people.forgotten.now"), true, what, PersonsAsked.LIST, null, List.of())),
                    t);
        }
    }

    private static List<Card> alarm(List<Row> rows, Words t) {
        return List.of(Card.of(Part.FIRST, t.say("people.forgotten.alarm"), rows, null));
    }

    private static Row row(PersonId person, Words t) {
        String url = PersonPages.url(person) + "/forget";
        return new Row(
                null,
                null,
                t.say("people.forgotten.now"),
                true,
                t.say("people.forgotten.back"),
                url,
                null,
                List.of(Act.link(t.say("people.forgotten.see"), url)));
    }
}
