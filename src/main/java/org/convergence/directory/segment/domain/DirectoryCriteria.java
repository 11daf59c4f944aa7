package org.convergence.directory.segment.domain;

import java.util.Arrays;
import java.util.List;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.segment.SegmentCriterion;
import org.convergence.platform.geography.Region;
import org.convergence.platform.shell.Option;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The criteria that the directory itself knows: functions, kinds and regions of organisations, languages. */
@Configuration(proxyBeanMethods = false)
class DirectoryCriteria {

    /**
     * Distinct titles are few, and folding each of them costs less than folding that of each person, which the database
     * would do first if it were not told to make their list.
     */
    private static final String BY_FUNCTION = """
            p.id IN (SELECT f.person FROM directory.people_held_function f
                     WHERE (f.until IS NULL OR f.until >= :today) AND f.title = ANY (ARRAY(
                         WITH titles AS MATERIALIZED (SELECT DISTINCT title FROM directory.people_held_function)
                         SELECT t.title FROM titles t WHERE platform.fold(t.title) LIKE ANY (:function))))""";

    private static final String BY_ORGANISATION = """
            p.id IN (SELECT f.person FROM directory.people_held_function f
                     JOIN directory.people_organisation_name o ON o.id = f.organisation
                     WHERE (f.until IS NULL OR f.until >= :today) AND o.%1$s = ANY (:%2$s))""";

    private static final String BY_LANGUAGE = """
            p.id IN (SELECT l.id FROM directory.people_person_contact l WHERE l.languages[1] = ANY (:language))""";

    @Bean
    static SegmentCriterion functionCriterion() {
        return SegmentCriterion.typed(10, "function", "segment.criterion.function", BY_FUNCTION);
    }

    @Bean
    static SegmentCriterion kindCriterion() {
        return SegmentCriterion.chosen(
                30,
                "kind",
                "segment.criterion.kind",
                t -> Arrays.stream(OrganisationKind.values())
                        .map(kind -> Option.of(kind, t.say(kind.key())))
                        .toList(),
                BY_ORGANISATION.formatted("kind", "kind"));
    }

    @Bean
    static SegmentCriterion regionCriterion() {
        return SegmentCriterion.chosen(
                40,
                "region",
                "segment.criterion.region",
                t -> Arrays.stream(Region.values())
                        .map(region -> new Option("QC-" + region.code(), region.officialName()))
                        .toList(),
                BY_ORGANISATION.formatted("place", "region"));
    }

    @Bean
    static SegmentCriterion languageCriterion() {
        return SegmentCriterion.chosen(
                50,
                "language",
                "segment.criterion.language",
                t -> List.of("fr", "en", "es", "ht").stream()
                        .map(code -> new Option(code, t.capital(t.languageName(code))))
                        .toList(),
                BY_LANGUAGE);
    }
}
