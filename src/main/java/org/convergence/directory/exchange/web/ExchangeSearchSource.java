package org.convergence.directory.exchange.web;

import java.util.List;
import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.exchange.domain.ExchangeFilter;
import org.convergence.directory.exchange.domain.ExchangeQueries;
import org.convergence.directory.exchange.domain.ExchangeRow;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Exchanges in the global search. */
@Component
class ExchangeSearchSource implements SearchSource {

    private final ExchangeQueries exchangeQueries;

    ExchangeSearchSource(ExchangeQueries exchangeQueries) {
        this.exchangeQueries = exchangeQueries;
    }

    @Override
    public String key() {
        return "exchange.list";
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public String permission() {
        return ExchangePermissions.READ;
    }

    @Override
    public List<SearchHit> find(String query, int limit, Words t) {
        return exchangeQueries.findExcerpts(ListRequest.first(ExchangeFilter.words(query), limit)).stream()
                .map(row -> new SearchHit(row.subject(), detail(row, t), ExchangePage.url(row.id(), "")))
                .toList();
    }

    @Override
    public String listOf(String query) {
        return PageAddress.of(ExchangePage.LIST).with("q", query).toString();
    }

    private static String detail(ExchangeRow row, Words t) {
        String day = t.date(row.happenedOn());
        return row.names().isEmpty() ? day : day + " · " + String.join(", ", row.names());
    }
}
