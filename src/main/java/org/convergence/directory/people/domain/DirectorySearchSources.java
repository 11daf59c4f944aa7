package org.convergence.directory.people.domain;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.geography.Place;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The directory in the global search: organisations with their place, people with their functions. */
@Configuration(proxyBeanMethods = false)
class DirectorySearchSources {

    private static final String ORGANISATIONS = "/directory/people/organisations";
    private static final String PERSONS = "/directory/people/persons";

    @Bean
    static SearchSource organisationSearch(DirectoryQueries search, OrganisationListQueries list) {
        return new SearchSource(
                "people.organisations",
                10,
                PeoplePermissions.READ,
                "directory.people_organisation",
                ORGANISATIONS,
                (query, limit, t) ->
                        list
                                .findByIds(search.organisations(query, limit).stream()
                                        .map(OrganisationName::id)
                                        .toList())
                                .stream()
                                .map(line -> new SearchHit(
                                        line.name().name(),
                                        joined(line.name().shortName(), region(line.position()), line.parents()),
                                        ORGANISATIONS + "/" + line.name().id().value()))
                                .toList());
    }

    @Bean
    static SearchSource personSearch(DirectoryQueries search, PersonListQueries list) {
        return new SearchSource(
                "people.persons",
                20,
                PeoplePermissions.READ_PEOPLE,
                "directory.people_person",
                PERSONS,
                (query, limit, t) ->
                        list
                                .findByIds(search.people(query, limit).stream()
                                        .map(PersonName::id)
                                        .toList())
                                .stream()
                                .map(line -> new SearchHit(
                                        line.name().name(),
                                        joined(line.functions()),
                                        PERSONS + "/" + line.name().id().value()))
                                .toList());
    }

    private static @Nullable String region(@Nullable String place) {
        return place == null
                ? null
                : Place.findByCode(place)
                        .map(found -> found instanceof Place.InQuebec quebec
                                ? quebec.region().officialName()
                                : place)
                        .orElse(place);
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining(" · "));
    }
}
