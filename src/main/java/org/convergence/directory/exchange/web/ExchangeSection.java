package org.convergence.directory.exchange.web;

import java.util.Optional;
import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.exchange.domain.ExchangeFilter;
import org.convergence.directory.exchange.domain.ExchangeQueries;
import org.convergence.directory.exchange.domain.ExchangeRow;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** « Échanges » on the pages of a person and of an organisation: the latest, their count, and the button to add one. */
@Component
@Order(30)
@Requires(ExchangePermissions.READ)
record ExchangeSection(ExchangeQueries exchangeQueries, PageParts parts) implements PartySection {

    private static final int SHOWN = 5;

    @Override
    public Optional<PageSection> show(Party party, Words t) {
        String filter = (party instanceof PersonId ? "person=" : "organisation=") + party.value();
        ListPage<ExchangeRow> page = exchangeQueries.findPage(ListRequest.first(ExchangeFilter.with(party), SHOWN));
        boolean mayRecord = CurrentActor.get().may(ExchangePermissions.RECORD);
        ExchangeListPage.PartyExchanges section = new ExchangeListPage.PartyExchanges(
                t.say(
                        "exchange.count",
                        page.count().counted(),
                        t.count(page.count().counted(), page.count().isMore())),
                page.rows().stream()
                        .map(row -> ExchangeListPage.ExchangeListItem.of(row, t))
                        .toList(),
                mayRecord ? ExchangePage.LIST + "/new?" + filter + "&from=" + PartyUrls.of(party) : null,
                page.next() == null ? null : ExchangePage.LIST + "?" + filter);
        return Optional.of(
                new PageSection(t.say("exchange.list"), parts.render("directory/exchange/part", t, section)));
    }
}
