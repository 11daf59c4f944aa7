package org.convergence.directory.exchange.web;

import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.exchange.domain.ExchangeFilter;
import org.convergence.directory.exchange.domain.ExchangeQueries;
import org.convergence.directory.exchange.domain.ExchangeRow;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Exchanges in the menu and in the global search. */
@Configuration(proxyBeanMethods = false)
class ExchangeMenu {

    @Bean
    static MenuEntry exchangesMenuEntry() {
        return MenuEntry.of("exchange.list", ExchangePage.LIST).requiring(ExchangePermissions.READ);
    }

    @Bean
    static AddButtonEntry exchangeAddEntry() {
        return AddButtonEntry.of(20, "exchange.add", ExchangePage.LIST + "/new", ExchangePermissions.RECORD)
                .firstUnder(ExchangePage.LIST);
    }

    /** Exchanges in the global search. */
    @Bean
    static SearchSource exchangeSearch(ExchangeQueries exchangeQueries) {
        return new SearchSource(
                "exchange.list",
                25,
                ExchangePermissions.READ,
                "directory.exchange",
                ExchangePage.LIST,
                (query, limit, t) ->
                        exchangeQueries.findExcerpts(ListRequest.first(ExchangeFilter.words(query), limit)).stream()
                                .map(row ->
                                        new SearchHit(row.subject(), detail(row, t), ExchangePage.url(row.id(), "")))
                                .toList());
    }

    private static String detail(ExchangeRow row, Words t) {
        String day = t.date(row.happenedOn());
        return row.names().isEmpty() ? day : day + " · " + String.join(", ", row.names());
    }
}
