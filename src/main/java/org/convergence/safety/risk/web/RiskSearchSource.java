package org.convergence.safety.risk.web;

import java.util.List;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.text.Words;
import org.convergence.safety.risk.RiskPermissions;
import org.convergence.safety.risk.domain.RiskService;
import org.springframework.stereotype.Component;

/** Open risks in the global search. */
@Component
class RiskSearchSource implements SearchSource {

    private final RiskService risks;

    RiskSearchSource(RiskService risks) {
        this.risks = risks;
    }

    @Override
    public String key() {
        return "risk.menu";
    }

    @Override
    public int order() {
        return 59;
    }

    @Override
    public String permission() {
        return RiskPermissions.READ;
    }

    @Override
    public List<SearchHit> find(String query, int limit, Words t) {
        return risks.findOpen().stream()
                .filter(each -> each.mentions(query))
                .limit(limit)
                .map(each ->
                        new SearchHit(each.description(), t.say(each.threat().key()), RiskPage.LIST))
                .toList();
    }
}
