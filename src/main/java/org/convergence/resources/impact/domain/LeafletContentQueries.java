package org.convergence.resources.impact.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.NamedPeopleFinder;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.Photograph;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.impact.domain.StoryPolicy.Story;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers the content of a member's leaflet, always in eleven queries. Only days of membership count (R-RELAY-1), none
 * between two memberships. The caller has checked the right.
 */
@Component
class LeafletContentQueries {

    private static final int PICTURES = 12;

    private static final String DAYS = """
            SELECT greatest(m.since, :from), least(coalesce(m.until, :to), :to)
            FROM resources.membership_period m
            WHERE m.organisation = :organisation
              AND daterange(m.since, m.until, '[]') && daterange(:from, :to, '[]')
            ORDER BY m.since
            """;

    private static final String ABOVE = """
            WITH RECURSIVE above AS (
                SELECT CAST(:organisation AS uuid) AS organisation, unnest(CAST(:days AS datemultirange)) AS days
                UNION
                SELECT a.parent, n.days * a.days
                FROM above n JOIN directory.people_network a ON a.member = n.organisation
                WHERE a.nature <> 'MEMBER_OF' AND n.days && a.days)
            SELECT o.name FROM directory.people_organisation_name o
            WHERE o.id IN (SELECT organisation FROM above) AND o.id <> :organisation
            ORDER BY o.name COLLATE "fr-CA-x-icu"
            """;

    private final RealisationFacts facts;
    private final PeopleDirectory people;
    private final NamedPeopleFinder names;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    LeafletContentQueries(
            RealisationFacts facts,
            PeopleDirectory people,
            NamedPeopleFinder names,
            OrganisationSettings settings,
            JdbcClient db) {
        this.facts = facts;
        this.people = people;
        this.names = names;
        this.settings = settings;
        this.db = db;
    }

    /** @throws NotFound if the organisation does not exist, or was not a member on any of these days */
    @Transactional(readOnly = true)
    LeafletContent findContent(OrganisationId organisation, LocalDate from, LocalDate to) {
        OrganisationName member = Optional.ofNullable(
                        people.organisationNames(List.of(organisation)).get(organisation))
                .orElseThrow(() -> new NotFound("organisation"));
        List<DayRange> days = days(organisation, from, to);
        LocalDate first = days.get(0).from();
        LocalDate last = days.get(days.size() - 1).to();
        FactsQuery all = FactsQuery.forPeriod(first, last).withinPeriods(days);
        // The assembly reads the annual report on the same evening: both count what serves a line of the plan.
        FactsQuery whole = all.servingAnyLine();
        FactsQuery network = all.withNetworkOf(organisation);
        var choosing = new StoryPolicy.StorySelection();
        facts.forEach(network, fact -> choosing.add(StoryPolicy.story(fact, organisation)));
        StoryPolicy.ScreenedStories told = withoutNames(withoutPartnersWords(choosing.selected()));
        return new LeafletContent(
                member,
                settings.current().name(),
                first,
                last,
                facts.figures(all.withParticipant(organisation)),
                facts.figures(network),
                facts.figures(whole),
                above(organisation, days),
                facts.byPlace(whole).keySet().stream()
                        .filter(place -> !place.isEmpty())
                        .sorted()
                        .toList(),
                told.stories(),
                picture(network, told.stories()),
                told.silenced());
    }

    /** The spans of days on which it was a member. */
    private List<DayRange> days(OrganisationId organisation, LocalDate from, LocalDate to) {
        List<DayRange> days = db.sql(DAYS)
                .param("organisation", organisation.value())
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new DayRange(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                .list();
        if (days.isEmpty()) {
            throw new NotFound("member");
        }
        return days;
    }

    private List<String> above(OrganisationId organisation, List<DayRange> days) {
        return db.sql(ABOVE)
                .param("organisation", organisation.value())
                .param("days", DayRange.toMultirange(days))
                .query(String.class)
                .list();
    }

    /** What a partner sent for our reports needs its yes for each use: members read that it happened, not its words. */
    private List<Story> withoutPartnersWords(List<Story> stories) {
        Set<UUID> sent = db.sql("""
                        SELECT realisation FROM plan.realisation_source
                        WHERE module = 'cooperation.fieldwork' AND realisation = ANY (?)
                        """)
                .param(stories.stream().map(Story::realisation).toArray(UUID[]::new))
                .query(UUID.class)
                .set();
        return stories.stream()
                .map(story -> sent.contains(story.realisation()) ? story.withoutText() : story)
                .toList();
    }

    private StoryPolicy.ScreenedStories withoutNames(List<Story> stories) {
        List<String> texts = new ArrayList<>(stories.stream().map(Story::title).toList());
        stories.forEach(story -> texts.add(story.text()));
        List<List<String>> found = names.findNames(texts);
        return StoryPolicy.withoutNames(
                stories, found.subList(0, stories.size()), found.subList(stories.size(), found.size()));
    }

    /** The first publishable photograph of the listed realisations whose caption names no person. */
    private LeafletContent.@Nullable LeafletPhotograph picture(FactsQuery network, List<Story> told) {
        Set<RealisationId> shown = told.stream()
                .map(story -> new RealisationId(story.realisation()))
                .collect(Collectors.toSet());
        List<Photograph> found = facts.photographs(network, PICTURES).stream()
                .filter(each -> shown.contains(each.realisation()))
                .toList();
        List<List<String>> named = names.findNames(found.stream()
                .map(each -> each.caption() + "\n" + each.alternative())
                .toList());
        for (int i = 0; i < found.size(); i++) {
            if (named.get(i).isEmpty()) {
                Photograph it = found.get(i);
                return new LeafletContent.LeafletPhotograph(it.document().value(), it.caption(), it.alternative());
            }
        }
        return null;
    }
}
