package org.convergence.advocacy.treaty.web;

import java.util.List;
import org.convergence.advocacy.treaty.TreatyPermissions;
import org.convergence.advocacy.treaty.domain.TreatyQueries;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Treaties, bills and cases in the global search, by code or title. */
@Component
class TreatySearchSource implements SearchSource {

    private final TreatyQueries queries;

    TreatySearchSource(TreatyQueries queries) {
        this.queries = queries;
    }

    @Override
    public String key() {
        return "treaty.menu";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String permission() {
        return TreatyPermissions.READ;
    }

    @Override
    public List<SearchHit> find(String query, int limit, Words t) {
        return queries.search(query, limit).stream()
                .map(row -> new SearchHit(
                        row.code() + ", " + row.title(),
                        t.say(row.kind().key()) + " · " + t.say(row.aim().key()),
                        TreatyPage.url(row.id())))
                .toList();
    }

    @Override
    public String listOf(String query) {
        return TreatyPage.LIST;
    }
}
