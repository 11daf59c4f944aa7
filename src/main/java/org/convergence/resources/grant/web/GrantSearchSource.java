package org.convergence.resources.grant.web;

import java.util.List;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.GrantCallFilter;
import org.convergence.resources.grant.domain.GrantCallQueries;
import org.springframework.stereotype.Component;

/** Calls in the global search, over or not. */
@Component
class GrantSearchSource implements SearchSource {

    private final GrantCallQueries queries;

    GrantSearchSource(GrantCallQueries queries) {
        this.queries = queries;
    }

    @Override
    public String key() {
        return "grant.calls";
    }

    @Override
    public int order() {
        return 65;
    }

    @Override
    public String permission() {
        return GrantPermissions.READ;
    }

    @Override
    public List<SearchHit> find(String query, int limit, Words t) {
        return queries.findFirst(GrantCallFilter.ofWords(query), limit).stream()
                .map(row -> new SearchHit(
                        row.title(), row.funder() + " · " + t.say(row.stage().key()), GrantCallPage.url(row.id())))
                .toList();
    }

    @Override
    public String listOf(String query) {
        return PageAddress.of(GrantMenu.CALLS).with("q", query).toString();
    }
}
