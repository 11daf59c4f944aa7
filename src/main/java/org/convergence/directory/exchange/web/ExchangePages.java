package org.convergence.directory.exchange.web;

import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.exchange.Exchanged;
import org.convergence.directory.exchange.domain.ExchangeReading;
import org.convergence.directory.exchange.domain.ExchangeReading.Whole;
import org.convergence.directory.people.PartyPage;
import org.convergence.directory.people.People;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.audit.History;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Puts the page of an exchange together. */
@Component
class ExchangePages {

    private final ExchangeReading reading;
    private final People people;

    ExchangePages(ExchangeReading reading, People people) {
        this.reading = reading;
        this.people = people;
    }

    ExchangePage of(Whole it, Words t) {
        Exchanged what = it.what();
        return new ExchangePage(
                it.id().value(),
                what.subject(),
                t.date(what.day()) + " · " + t.say(what.channel().key()),
                people.personNames(what.people()).values().stream()
                        .map(each -> new ExchangePage.Link(each.name(), PartyPage.of(each.id())))
                        .toList(),
                people.organisationNames(what.organisations()).values().stream()
                        .map(each -> new ExchangePage.Link(each.name(), PartyPage.of(each.id())))
                        .toList(),
                what.text().isBlank() ? null : what.text(),
                CurrentActor.get().may(ExchangePermissions.RECORD),
                History.of(reading.changes(it.id()), "exchange", t));
    }
}
