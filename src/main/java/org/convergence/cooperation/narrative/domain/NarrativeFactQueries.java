package org.convergence.cooperation.narrative.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convergence.cooperation.narrative.NarrativePermissions;
import org.convergence.cooperation.narrative.domain.NarrativeFact.FactClaim;
import org.convergence.cooperation.narrative.domain.NarrativeFact.FactKind;
import org.convergence.cooperation.narrative.domain.NarrativeFact.FactReference;
import org.convergence.cooperation.narrative.domain.NarrativeFact.InsertedFact;
import org.convergence.cooperation.narrative.domain.NarrativeQueries.NarrativeRow;
import org.convergence.cooperation.project.ProjectEvidence;
import org.convergence.cooperation.project.ProjectEvidence.ReportedIndicator;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.directory.people.NamedPeopleFinder;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.platform.access.Requires;
import org.convergence.platform.geography.Place;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.MarkdownBlocks;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the facts of a report's project and period, each as a sentence in the language of the report (R-GAR-9). */
@Service
@Transactional(readOnly = true)
@Requires(NarrativePermissions.READ)
public class NarrativeFactQueries {

    private static final int LONGEST_STORY = 2_000;

    private final NarrativeQueries queries;
    private final ProjectEvidence projects;
    private final NamedPeopleFinder names;
    private final Messages messages;
    private final OrganisationSettings settings;

    NarrativeFactQueries(
            NarrativeQueries queries,
            ProjectEvidence projects,
            NamedPeopleFinder names,
            Messages messages,
            OrganisationSettings settings) {
        this.queries = queries;
        this.projects = projects;
        this.names = names;
        this.messages = messages;
        this.settings = settings;
    }

    /**
     * The facts of a report.
     *
     * @param silenced how many are left out because they name a person
     */
    public record ReportableFacts(List<NarrativeFact> all, int silenced) {

        Map<FactReference, NarrativeFact> byReference() {
            return all.stream()
                    .collect(Collectors.toMap(NarrativeFact::reference, Function.identity(), (one, same) -> one));
        }
    }

    /** The facts of today, by kind. The number of queries does not depend on the number of facts. */
    public ReportableFacts find(NarrativeRow report) {
        Words t = messages.in(Language.of(report.language()), settings.current().zone());
        List<NarrativeFact> facts = new ArrayList<>();
        projects.findResults(report.project(), report.startsOn(), report.endsOn(), t).stream()
                .map(each -> result(each, t))
                .forEach(facts::add);
        List<RealisationFact> activities =
                projects.findActivities(report.project(), report.startsOn(), report.endsOn());
        Map<String, List<FactClaim>> claims = claims(report, activities);
        participations(report, activities, claims, t).forEach(facts::add);
        activities.forEach(each -> facts.add(activity(each, claims, t)));
        Set<OrganisationId> partners = findPartners(report.project());
        activities.stream()
                .filter(each -> !plain(each.telling().narrative()).isEmpty())
                .map(each -> story(each, partners, claims, t))
                .forEach(facts::add);
        projects.findRisks(report.project()).stream()
                .map(each -> fact(
                        FactKind.RISK,
                        each.result().value().toString(),
                        each.statement(),
                        t.say("narrative.text.risk", each.statement(), each.assumption()),
                        each.url()))
                .forEach(facts::add);
        List<List<String>> named =
                names.findNames(facts.stream().map(NarrativeFact::text).toList());
        List<NarrativeFact> free = IntStream.range(0, facts.size())
                .filter(i -> named.get(i).isEmpty())
                .mapToObj(facts::get)
                .toList();
        return new ReportableFacts(free, facts.size() - free.size());
    }

    /** The inserted facts of a report, each beside the same fact today. */
    public List<InsertedFact> findInserted(NarrativeRow report, ReportableFacts today) {
        Map<FactReference, NarrativeFact> byReference = today.byReference();
        return queries.findInsertions(report.id()).stream()
                .map(each -> new InsertedFact(each, byReference.get(each.fact())))
                .toList();
    }

    private Map<String, List<FactClaim>> claims(NarrativeRow report, List<RealisationFact> activities) {
        return queries
                .findClaims(
                        report,
                        activities.stream()
                                .map(each -> each.id().value().toString())
                                .toList())
                .stream()
                .collect(Collectors.groupingBy(FactClaim::reference));
    }

    private static NarrativeFact fact(FactKind kind, String reference, String label, String text, String url) {
        return new NarrativeFact(
                new FactReference(kind, reference),
                TextShortener.shorten(label, NarrativeFact.LONGEST_LABEL),
                TextShortener.shorten(text, NarrativeFact.LONGEST),
                url,
                false,
                true,
                List.of(),
                null);
    }

    private static NarrativeFact result(ReportedIndicator it, Words t) {
        String period = t.period(it.from(), it.to());
        List<String> details = new ArrayList<>();
        if (it.target() != null) {
            details.add(t.say("narrative.text.target", it.target()));
        }
        if (it.variance() != null) {
            details.add(t.say("narrative.text.variance", it.variance()));
        }
        if (it.bySex() != null) {
            details.add(it.bySex());
        }
        if (it.countsPeople()) {
            details.add(t.say("narrative.text.counted-once"));
        }
        String sentence = t.say("narrative.text.result", it.wording(), period, it.actual())
                + (!details.isEmpty() ? " (" + String.join("; ", details) + ")." : isEnded(it.actual()) ? "" : ".")
                + (it.explanation().isEmpty() ? "" : " " + it.explanation());
        return new NarrativeFact(
                new FactReference(
                        it.countsPeople() ? FactKind.PEOPLE : FactKind.RESULT,
                        it.indicator().value() + "/" + it.period().value()),
                TextShortener.shorten(it.wording() + " – " + period, NarrativeFact.LONGEST_LABEL),
                TextShortener.shorten(sentence, NarrativeFact.LONGEST),
                it.url(),
                it.isUnexplained(),
                it.isApproved(),
                List.of(),
                null);
    }

    private static boolean isEnded(String words) {
        return words.matches("(?s).*[.!?…][\\s\u00a0»”]*");
    }

    /** Participations, of which one person may have several; empty if no activity counted any. */
    private static Stream<NarrativeFact> participations(
            NarrativeRow report, List<RealisationFact> activities, Map<String, List<FactClaim>> claims, Words t) {
        List<Participations> counted = activities.stream()
                .map(each -> each.happening().participations())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        if (counted.isEmpty()) {
            return Stream.of();
        }
        return Stream.of(new NarrativeFact(
                new FactReference(FactKind.PEOPLE, NarrativeFact.PARTICIPATIONS),
                t.say("narrative.text.participations.label"),
                t.say(
                        "narrative.text.participations",
                        counted.stream().mapToLong(Participations::total).sum(),
                        counted.size(),
                        counted.stream().mapToLong(Participations::women).sum(),
                        counted.stream().mapToLong(Participations::men).sum(),
                        counted.stream().mapToLong(Participations::other).sum(),
                        counted.stream().mapToLong(Participations::notStated).sum()),
                "/cooperation/narrative/" + report.id().value() + "/facts#" + FactKind.ACTIVITY,
                false,
                true,
                claims.getOrDefault(NarrativeFact.PARTICIPATIONS, List.of()),
                null));
    }

    private static NarrativeFact activity(RealisationFact it, Map<String, List<FactClaim>> claims, Words t) {
        Place place = it.happening().place();
        Participations people = it.happening().participations();
        List<String> details = new ArrayList<>();
        if (place != null) {
            details.add(place.name(t));
        }
        if (people != null) {
            details.add(t.say("narrative.text.participations.count", people.total()));
        }
        String day =
                t.period(it.happening().when().from(), it.happening().when().to());
        return of(
                FactKind.ACTIVITY,
                it,
                t.say("narrative.text.activity", t.capital(day), it.happening().title())
                        + (details.isEmpty() ? "." : " (" + String.join("; ", details) + ")."),
                claims);
    }

    /** Those of the project, and all others: what is told of a realisation with one of them is its own, or speaks of it. */
    private Set<OrganisationId> findPartners(ProjectId project) {
        Set<OrganisationId> partners = new HashSet<>(queries.findRelations());
        projects.findProject(project).partners().forEach(each -> partners.add(each.organisation()));
        return partners;
    }

    private static NarrativeFact story(
            RealisationFact it, Set<OrganisationId> partners, Map<String, List<FactClaim>> claims, Words t) {
        NarrativeFact told = of(
                FactKind.STORY,
                it,
                t.say(
                        "narrative.text.story",
                        it.happening().title(),
                        plain(it.telling().narrative())),
                claims);
        return it.happening().organisations().stream()
                .filter(partners::contains)
                .min(Comparator.comparing(OrganisationId::value))
                .map(told::ofPartner)
                .orElse(told);
    }

    private static NarrativeFact of(
            FactKind kind, RealisationFact it, String text, Map<String, List<FactClaim>> claims) {
        String id = it.id().value().toString();
        return new NarrativeFact(
                new FactReference(kind, id),
                it.happening().title(),
                text,
                "/plan/realisation/" + id,
                false,
                true,
                claims.getOrDefault(id, List.of()),
                null);
    }

    private static String plain(String narrative) {
        String text = MarkdownBlocks.parse(narrative).stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(block -> Inline.text(((Block.Paragraph) block).parts()).strip())
                .collect(Collectors.joining("\n"));
        return TextShortener.shorten(text.strip(), LONGEST_STORY);
    }
}
