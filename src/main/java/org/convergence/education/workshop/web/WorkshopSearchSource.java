package org.convergence.education.workshop.web;

import java.util.List;
import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.education.workshop.domain.WorkshopRequestQueries;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Requests in the global search, by the name of the asker. */
@Component
class WorkshopSearchSource implements SearchSource {

    private final WorkshopRequestQueries queries;

    WorkshopSearchSource(WorkshopRequestQueries queries) {
        this.queries = queries;
    }

    @Override
    public String key() {
        return "workshop.search";
    }

    @Override
    public int order() {
        return 58;
    }

    @Override
    public String permission() {
        return WorkshopPermissions.READ;
    }

    @Override
    public List<SearchHit> find(String query, int limit, Words t) {
        return queries.findFirst(query, limit).stream()
                .map(row -> new SearchHit(row.asker(), WorkshopFormatter.standing(row, t), WorkshopPage.url(row.id())))
                .toList();
    }

    @Override
    public String listOf(String query) {
        return PageAddress.of(WorkshopPage.REQUESTS).with("q", query).toString();
    }
}
