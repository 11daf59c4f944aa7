package org.convergence.safety.mission.web;

import java.util.List;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.text.Words;
import org.convergence.safety.mission.MissionPermissions;
import org.convergence.safety.mission.domain.MissionQueries;
import org.springframework.stereotype.Component;

/** Missions in the global search, by their title and places. */
@Component
class MissionSearchSource implements SearchSource {

    private final MissionQueries queries;

    MissionSearchSource(MissionQueries queries) {
        this.queries = queries;
    }

    @Override
    public String key() {
        return "mission.menu";
    }

    @Override
    public int order() {
        return 58;
    }

    @Override
    public String permission() {
        return MissionPermissions.READ;
    }

    @Override
    public List<SearchHit> find(String query, int limit, Words t) {
        return queries.search(query, limit).stream()
                .map(each -> new SearchHit(
                        each.title(),
                        t.period(each.startsOn(), each.endsOn()) + " · "
                                + t.say(each.state().key()),
                        MissionPage.url(each.id())))
                .toList();
    }
}
