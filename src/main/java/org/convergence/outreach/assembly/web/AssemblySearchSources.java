package org.convergence.outreach.assembly.web;

import java.util.List;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.domain.MinutesSearch;
import org.convergence.outreach.assembly.domain.ResolutionQueries;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Resolutions and minutes in the global search. */
@Configuration(proxyBeanMethods = false)
class AssemblySearchSources {

    private interface AssemblySearchFunction {

        List<SearchHit> find(String query, int limit, Words t);
    }

    private record AssemblySearchSource(String key, int order, AssemblySearchFunction finder) implements SearchSource {

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
    static SearchSource resolutionSearch(ResolutionQueries resolutions) {
        return new AssemblySearchSource(
                "assembly.resolutions",
                44,
                (query, limit, t) -> resolutions.findLatest(query, null, limit).stream()
                        .map(each -> new SearchHit(
                                each.label() + " – " + each.facts().text(),
                                each.body() + " · " + t.date(each.day()),
                                AssemblyUrls.HOME + "/resolutions/" + each.id()))
                        .toList());
    }

    @Bean
    static SearchSource minutesSearchSource(MinutesSearch minutes) {
        return new AssemblySearchSource(
                "assembly.meetings",
                45,
                (query, limit, t) -> minutes.find(query, limit).stream()
                        .map(each -> new SearchHit(
                                each.title(),
                                each.body() + " · " + t.date(each.day()),
                                AssemblyUrls.meeting(each.meeting().value()) + "/minutes#point-" + each.item()))
                        .toList());
    }
}
