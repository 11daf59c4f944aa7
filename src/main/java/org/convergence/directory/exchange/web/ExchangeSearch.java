package org.convergence.directory.exchange.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.exchange.domain.ExchangeFilter;
import org.convergence.directory.exchange.domain.ExchangeList;
import org.convergence.directory.exchange.domain.ExchangeList.Line;
import org.convergence.directory.exchange.domain.ExchangeList.With;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.shell.Address;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Exchanges in the one search field. */
@Component
class ExchangeSearch implements SearchSource {

    private final ExchangeList list;

    ExchangeSearch(ExchangeList list) {
        this.list = list;
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
        return list.some(ExchangeFilter.words(query), null, limit).stream()
                .map(line -> new SearchHit(line.subject(), detail(line, t), ExchangePage.url(line.id(), "")))
                .toList();
    }

    @Override
    public String listOf(String query) {
        return Address.of(ExchangePage.LIST).with("q", query).toString();
    }

    private static String detail(Line line, Words t) {
        String names = Stream.concat(line.people().stream(), line.organisations().stream())
                .map(With::name)
                .collect(Collectors.joining(", "));
        String day = t.date(line.day());
        return names.isEmpty() ? day : day + " · " + names;
    }
}
