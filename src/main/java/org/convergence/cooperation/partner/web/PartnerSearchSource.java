package org.convergence.cooperation.partner.web;

import java.util.List;
import org.convergence.cooperation.partner.PartnerPermissions;
import org.convergence.cooperation.partner.domain.PartnerRequestQueries;
import org.convergence.cooperation.partner.domain.PartnerRequestQueries.PartnerRequestFilter;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Requests of partners in the global search; partners themselves are found in the directory. */
@Component
class PartnerSearchSource implements SearchSource {

    private final PartnerRequestQueries queries;
    private final OrganisationSettings settings;

    PartnerSearchSource(PartnerRequestQueries queries, OrganisationSettings settings) {
        this.queries = queries;
        this.settings = settings;
    }

    @Override
    public String key() {
        return "partner.tab.requests";
    }

    @Override
    public int order() {
        return 57;
    }

    @Override
    public String permission() {
        return PartnerPermissions.READ;
    }

    @Override
    public List<SearchHit> find(String query, int limit, Words t) {
        return queries.findFirst(new PartnerRequestFilter(query, null, null), limit).stream()
                .map(row -> new SearchHit(
                        row.title(),
                        PartnerRequestFormatter.standing(row, settings.today(), t),
                        PartnerRequestPage.url(row.id())))
                .toList();
    }

    @Override
    public String listOf(String query) {
        return PageAddress.of(PartnerRequestPage.LIST).with("q", query).toString();
    }
}
