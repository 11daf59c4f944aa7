package org.convergence.outreach.assembly.web;

import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.domain.MinutesSearch;
import org.convergence.outreach.assembly.domain.ResolutionQueries;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Resolutions and minutes in the global search. */
@Configuration(proxyBeanMethods = false)
class AssemblySearchSources {

    @Bean
    static SearchSource resolutionSearch(ResolutionQueries resolutions) {
        return new SearchSource(
                "assembly.resolutions",
                44,
                AssemblyPermissions.READ,
                "outreach.assembly_resolution",
                null,
                (query, limit, t) -> resolutions.findLatest(query, null, limit).stream()
                        .map(each -> new SearchHit(
                                each.label() + " – " + each.facts().text(),
                                each.body() + " · " + t.date(each.day()),
                                AssemblyUrls.HOME + "/resolutions/" + each.id()))
                        .toList());
    }

    @Bean
    static SearchSource minutesSearchSource(MinutesSearch minutes) {
        return new SearchSource(
                "assembly.meetings",
                45,
                AssemblyPermissions.READ,
                "outreach.assembly_item",
                null,
                (query, limit, t) -> minutes.find(query, limit).stream()
                        .map(each -> new SearchHit(
                                each.title(),
                                each.body() + " · " + t.date(each.day()),
                                AssemblyUrls.meeting(each.meeting().value()) + "/minutes#point-" + each.item()))
                        .toList());
    }
}
