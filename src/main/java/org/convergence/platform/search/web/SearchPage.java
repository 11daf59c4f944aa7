package org.convergence.platform.search.web;

import java.util.List;
import org.convergence.platform.search.domain.SearchEverywhere.Found;

/** What was asked, and what was found where. */
public record SearchPage(String query, List<Found> groups) {

    /** Whether enough was typed to look for. */
    public boolean asked() {
        return query.strip().length() >= 2;
    }

    public int total() {
        return groups.stream().mapToInt(group -> group.hits().size()).sum();
    }
}
