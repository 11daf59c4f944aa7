package org.convergence.plan.report.web;

import java.util.List;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.ReportQueries;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Reports in the search field, by their titles and texts. */
@Component
class ReportSearchSource implements SearchSource {

    private final ReportQueries reports;

    ReportSearchSource(ReportQueries reports) {
        this.reports = reports;
    }

    @Override
    public String key() {
        return "report.reports";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String permission() {
        return ReportPermissions.READ;
    }

    @Override
    public List<SearchHit> find(String query, int limit, Words t) {
        return reports.search(query, limit).stream()
                .map(found -> new SearchHit(found.title(), found.planTitle(), ShownReport.url(found.id(), "")))
                .toList();
    }
}
