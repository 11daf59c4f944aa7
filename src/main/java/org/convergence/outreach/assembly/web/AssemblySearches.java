package org.convergence.outreach.assembly.web;

import java.util.List;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.domain.MinutesSearch;
import org.convergence.outreach.assembly.domain.Resolutions;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Resolutions and minutes in the global search. */
@Configuration(proxyBeanMethods = false)
class AssemblySearches {

    private interface Finder {

        List<SearchHit> find(String query, int limit, Words t);
    }

    private record Source(String key, int order, Finder finder) implements SearchSource {

        @Override
        public String permission() {
            return AssemblyPermissions.READ;
        }

        @Override
        public List<SearchHit> find(String query, int limit, Words t) {
            return finder.find(query, limit, t);
        }
    }

    @Bean
    static SearchSource resolutionSearch(Resolutions resolutions) {
        return new Source(
                "assembly.resolutions",
                44,
                (query, limit, t) -> resolutions.latest(query, null, limit).stream()
                        .map(each -> new SearchHit(
                                each.label() + " – " + each.facts().text(),
                                each.body() + " · " + t.date(each.day()),
                                Urls.HOME + "/resolutions/" + each.id()))
                        .toList());
    }

    @Bean
    static SearchSource minutesSearchSource(MinutesSearch minutes) {
        return new Source(
                "assembly.meetings",
                45,
                (query, limit, t) -> minutes.find(query, limit).stream()
                        .map(each -> new SearchHit(
                                each.title(),
                                each.body() + " · " + t.date(each.day()),
                                Urls.meeting(each.meeting().value()) + "/minutes#point-" + each.item()))
                        .toList());
    }
}
