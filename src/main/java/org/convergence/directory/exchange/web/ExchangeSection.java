package org.convergence.directory.exchange.web;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.exchange.domain.ExchangeFilter;
import org.convergence.directory.exchange.domain.ExchangeList;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartyPage;
import org.convergence.directory.people.PartySection;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Parts;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** « Échanges », on the pages of a person and of an organisation: the last ones, how many there are, and the gesture. */
@Component
class ExchangeSection implements PartySection {

    private static final int SHOWN = 5;

    private final ExchangeList list;
    private final Parts parts;

    ExchangeSection(ExchangeList list, Parts parts) {
        this.list = list;
        this.parts = parts;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String permission() {
        return ExchangePermissions.READ;
    }

    @Override
    public Optional<PageSection> show(Party party, Words t) {
        ExchangeFilter filter = ExchangeFilter.with(party);
        String asked = (party instanceof PersonId ? "person=" : "organisation=") + party.value();
        List<ExchangesPage.Row> rows = list.some(filter, null, SHOWN).stream()
                .map(line -> ExchangesPages.row(line, t))
                .toList();
        var count = list.count(filter);
        String add = CurrentActor.get().may(ExchangePermissions.RECORD)
                ? ExchangePage.LIST + "/new?" + asked + "&from=" + PartyPage.of(party)
                : null;
        String all = count.count() > rows.size() ? ExchangePage.LIST + "?" + asked : null;
        var part = new ExchangesPart(
                t.say("exchange.count", count.count(), t.count(count.count(), count.more())), rows, add, all);
        return Optional.of(new PageSection(t.say("exchange.list"), parts.of("directory/exchange/part", t, part)));
    }
}
