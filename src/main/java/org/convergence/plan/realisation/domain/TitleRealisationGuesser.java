package org.convergence.plan.realisation.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.realisation.RealisationGuesser;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.platform.access.Requires;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The guesses for many titles at once. */
@Service
@Transactional(readOnly = true)
@Requires(RealisationPermissions.RECORD)
class TitleRealisationGuesser implements RealisationGuesser {

    private final RecordingSuggestions recordingSuggestions;
    private final ServedLineHistory servedLineHistory;
    private final ServedPolicyCache today;
    private final PeopleDirectory people;
    private final JdbcClient db;

    TitleRealisationGuesser(
            RecordingSuggestions recordingSuggestions,
            ServedLineHistory servedLineHistory,
            ServedPolicyCache today,
            PeopleDirectory people,
            JdbcClient db) {
        this.recordingSuggestions = recordingSuggestions;
        this.servedLineHistory = servedLineHistory;
        this.today = today;
        this.people = people;
        this.db = db;
    }

    @Override
    public Map<String, RealisationGuess> guess(Collection<String> titles) {
        Set<String> asked = new LinkedHashSet<>(titles);
        asked.removeIf(String::isBlank);
        if (asked.isEmpty()) {
            return Map.of();
        }
        List<PlanLine> lines = recordingSuggestions.currentLines();
        ServedLinePolicy policy = today.policy(lines);
        Map<String, Map<ActionId, Double>> served = servedLineHistory.findFrequencies(asked, lines);
        Map<String, Set<OrganisationId>> named = named(asked);
        Map<OrganisationId, OrganisationName> names = people.organisationNames(
                named.values().stream().flatMap(Set::stream).distinct().toList());
        Map<String, RealisationGuess> guesses = new HashMap<>();
        for (String title : asked) {
            guesses.put(
                    title,
                    new RealisationGuess(
                            policy.propose(title, served.getOrDefault(title, Map.of())).stream()
                                    .filter(ServedLineProposal::sure)
                                    .map(ServedLineProposal::line)
                                    .toList(),
                            named.getOrDefault(title, Set.of()).stream()
                                    .flatMap(id -> Stream.ofNullable(names.get(id)))
                                    .toList(),
                            RealisationKindPolicy.fromTitle(title).orElse(RealisationKind.OTHER)));
        }
        return guesses;
    }

    private Map<String, Set<OrganisationId>> named(Collection<String> titles) {
        Map<String, List<String>> candidates = new LinkedHashMap<>();
        titles.forEach(title -> candidates.put(title, NamedOrganisationPolicy.candidates(title)));
        List<String> all = new ArrayList<>();
        candidates.values().forEach(all::addAll);
        OrganisationNameIndex index = OrganisationNameIndex.readNamed(db, all);
        Map<String, Set<OrganisationId>> named = new HashMap<>();
        candidates.forEach(
                (title, names) -> named.put(title, NamedOrganisationPolicy.findNamed(names, index::findByName)));
        return named;
    }
}
