package org.convergence.plan.actionplan.web;

import java.util.List;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.domain.LineSearch;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Finds lines of plans for the global search. */
@Component
class LineSearchSource implements SearchSource {

    private final LineSearch search;

    LineSearchSource(LineSearch search) {
        this.search = search;
    }

    @Override
    public String key() {
        return "actionplan.search";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String permission() {
        return ActionPlanPermissions.READ;
    }

    @Override
    public List<SearchHit> find(String query, int limit, Words t) {
        return search.search(query, limit).stream().map(LineSearchSource::hit).toList();
    }

    private static SearchHit hit(LineSearch.FoundLine found) {
        String title = found.code() == null ? found.words() : found.code() + " · " + found.words();
        return new SearchHit(
                title, found.plan(), "/plan/actionplan/" + PlanFormatter.slug(found.level()) + "/" + found.id());
    }
}
