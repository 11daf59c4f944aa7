package org.convergence.cooperation.project.web;

import java.util.List;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.domain.ProjectQueries;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Projects in the global search, ended or not. */
@Component
class ProjectSearchSource implements SearchSource {

    private final ProjectQueries queries;

    ProjectSearchSource(ProjectQueries queries) {
        this.queries = queries;
    }

    @Override
    public String key() {
        return "project.menu";
    }

    @Override
    public int order() {
        return 55;
    }

    @Override
    public String permission() {
        return ProjectPermissions.READ;
    }

    @Override
    public List<SearchHit> find(String query, int limit, Words t) {
        return queries.search(query, limit).stream()
                .map(row -> new SearchHit(row.title(), ProjectFormatter.lead(row, t), ProjectPage.url(row.id())))
                .toList();
    }

    @Override
    public String listOf(String query) {
        return PageAddress.of(ProjectPage.LIST).with("q", query).toString();
    }
}
