package org.convergence.advocacy.dialogue.web;

import java.util.List;
import org.convergence.advocacy.dialogue.DialoguePermissions;
import org.convergence.advocacy.dialogue.domain.DialogueQueries;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Decision-makers in the global search, by name, title or body. */
@Component
class DialogueSearchSource implements SearchSource {

    private final DialogueQueries queries;
    private final OrganisationSettings settings;

    DialogueSearchSource(DialogueQueries queries, OrganisationSettings settings) {
        this.queries = queries;
        this.settings = settings;
    }

    @Override
    public String key() {
        return "dialogue.tab.people";
    }

    @Override
    public int order() {
        return 58;
    }

    @Override
    public String permission() {
        return DialoguePermissions.READ;
    }

    @Override
    public List<SearchHit> find(String query, int limit, Words t) {
        return queries.findFirst(query, limit).stream()
                .map(row -> new SearchHit(
                        row.name(),
                        DialogueFormatter.standing(row, settings.today(), t),
                        DecisionMakerPage.url(row.id())))
                .toList();
    }

    @Override
    public String listOf(String query) {
        return PageAddress.of(DecisionMakerPage.LIST).with("q", query).toString();
    }
}
