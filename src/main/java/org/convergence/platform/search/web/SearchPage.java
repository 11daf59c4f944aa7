package org.convergence.platform.search.web;

import java.util.List;
import org.convergence.platform.search.domain.SearchService.SearchGroup;

/** The query and its results by source. */
public record SearchPage(String query, List<SearchGroup> groups) {

    /** Whether the query is long enough to search. */
    public boolean hasQuery() {
        return query.strip().length() >= 2;
    }

    public int total() {
        return groups.stream().mapToInt(group -> group.hits().size()).sum();
    }
}
