package org.convergence.plan.realisation.web;

import java.util.List;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.domain.RealisationFilter;
import org.convergence.plan.realisation.domain.RealisationListQueries;
import org.convergence.plan.realisation.domain.RealisationListQueries.RealisationRow;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Realisations in the search field. */
@Component
class RealisationSearchSource implements SearchSource {

    private final RealisationListQueries realisationListQueries;

    RealisationSearchSource(RealisationListQueries realisationListQueries) {
        this.realisationListQueries = realisationListQueries;
    }

    @Override
    public String key() {
        return "realisation.list";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String permission() {
        return RealisationPermissions.READ;
    }

    @Override
    public List<SearchHit> find(String query, int limit, Words t) {
        return realisationListQueries.findLatest(RealisationFilter.matching(query), limit).stream()
                .map(line -> new SearchHit(line.title(), detail(line, t), RealisationPage.url(line.id(), "")))
                .toList();
    }

    @Override
    public String listOf(String query) {
        return PageAddress.of(RealisationPage.LIST).with("q", query).toString();
    }

    private static String detail(RealisationRow line, Words t) {
        String day = t.date(line.when().to());
        return line.organisations().isEmpty() ? day : day + " · " + String.join(", ", line.organisations());
    }
}
