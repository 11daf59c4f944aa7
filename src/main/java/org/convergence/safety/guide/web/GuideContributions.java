package org.convergence.safety.guide.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.convergence.platform.geography.Country;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueWork;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.convergence.safety.guide.CountryGuides;
import org.convergence.safety.guide.CountrySection;
import org.convergence.safety.guide.CountrySection.CountryPart;
import org.convergence.safety.guide.GuidePermissions;
import org.convergence.safety.guide.domain.GuideService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What guides show elsewhere: the page of their country, the search, and what is to be done. */
@Configuration(proxyBeanMethods = false)
class GuideContributions {

    /** The guide on the page of its country. */
    @Bean
    static CountrySection guideSection(GuideService guides) {
        return new CountrySection(
                5,
                GuidePermissions.READ,
                (country, t) -> Optional.of(new CountryPart(
                        t.say("guide.section"),
                        formatState(guides, country, t).orElse(t.say("guide.section.none")),
                        List.of(),
                        List.of(new Option(GuidePage.url(country), t.say("guide.section.open"))))));
    }

    /** How many parts a guide has, and how old it is; empty for a country without one. */
    static Optional<String> formatState(CountryGuides guides, Country country, Words t) {
        return Optional.ofNullable(guides.findSummaries(List.of(country)).get(country))
                .map(each -> t.say("guide.state", each.parts(), each.stale(), each.reviewedOn()));
    }

    /** Parts of guides in the global search. */
    @Bean
    static SearchSource guideSearch(GuideService guides) {
        return new SearchSource(
                "guide.search",
                61,
                GuidePermissions.READ,
                "safety.guide_part",
                null,
                (query, limit, t) -> guides.search(query, limit).stream()
                        .map(each -> new SearchHit(
                                new Country(each.country()).name(t) + " · "
                                        + t.say(each.heading().key()),
                                TextShortener.shorten(each.content(), 100),
                                GuidePage.url(new Country(each.country())) + "#" + each.heading()))
                        .toList());
    }

    /** A guide to read again: six months after its oldest part, or on the day on which the level of its country changed. */
    @Bean
    static DueWorkSource guideDueWork() {
        return DueWorkSource.of(GuidePermissions.EDIT, """
                SELECT 'REREAD' AS kind, g.id, g.id AS subject, g.due_on, g.day_kind, g.owner, 'OURS' AS place, g.country AS title,
                       NULL AS detail
                FROM (SELECT DISTINCT ON (p.country) p.id, p.country, p.reviewed_by AS owner,
                             least((p.reviewed_on + interval '6 months')::date,
                                   CASE WHEN a.changed_on > p.reviewed_on THEN a.changed_on END) AS due_on,
                             CASE WHEN a.changed_on > p.reviewed_on AND a.changed_on < p.reviewed_on + interval '6 months'
                                  THEN 'SINCE' ELSE 'PROPOSED' END AS day_kind
                      FROM safety.guide_part p LEFT JOIN safety.guide_advisory a USING (country)
                      ORDER BY p.country, due_on, p.id) g
                """, (row, t) -> {
            Country country = new Country(Objects.requireNonNull(row.title()));
            return new DueWork(
                    "safety.guide/" + row.title(), t.say("guide.due", country.name(t)), GuidePage.url(country), null);
        });
    }
}
