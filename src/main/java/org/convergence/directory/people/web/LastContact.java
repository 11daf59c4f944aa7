package org.convergence.directory.people.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.LastContactSource;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.web.OrganisationPage.PartyFact;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The latest contact with an organisation, among the sources that the reader may see. */
@Component
class LastContact {

    /** After this many months without contact, the organisation is shown as silent. */
    private static final int SILENT_AFTER_MONTHS = 12;

    private final List<LastContactSource> all;

    LastContact(List<LastContactSource> all) {
        this.all = all;
    }

    PartyFact of(OrganisationId organisation, LocalDate today, Words t) {
        Actor actor = CurrentActor.get();
        return all.stream()
                .filter(each -> actor.may(each.permission()))
                .map(each -> each.findLast(organisation, today))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(LastContactSource.OrganisationContactEvent::day))
                .map(last -> said(last, today, t))
                .orElseGet(() -> new PartyFact(t.say("people.heard"), t.say("people.heard.never"), null));
    }

    private static PartyFact said(LastContactSource.OrganisationContactEvent last, LocalDate today, Words t) {
        boolean silent = last.day().isBefore(today.minusMonths(SILENT_AFTER_MONTHS));
        String when = last.day().equals(today) ? t.say("people.heard.today") : t.date(last.day());
        return new PartyFact(
                t.say(silent ? "people.heard.silent" : "people.heard"),
                t.say("people.heard.in", when, t.say(last.key())),
                last.url());
    }
}
