package org.convergence.plan.realisation.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.realisation.RealisationGuesser;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.domain.ServedLinePolicy.ServedLineProposal;
import org.convergence.plan.realisation.domain.ServedLinePolicy.ServedPolicyCache;
import org.convergence.platform.access.Requires;
import org.convergence.platform.text.TextNormalizer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The guesses for many titles at once. */
@Service
@Transactional(readOnly = true)
@Requires(RealisationPermissions.RECORD)
class TitleRealisationGuesser implements RealisationGuesser {

    private static final int MOST_WORDS = 8;
    private static final int MOST_IN_A_TITLE = 30;
    private static final int SHORTEST = 2;
    private static final int MOST = 5;

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
        titles.forEach(title -> candidates.put(title, candidates(title)));
        List<String> all = new ArrayList<>();
        candidates.values().forEach(all::addAll);
        OrganisationNameIndex index = OrganisationNameIndex.readNamed(db, all);
        Map<String, Set<OrganisationId>> named = new HashMap<>();
        candidates.forEach((title, names) -> named.put(title, findNamed(names, index::findByName)));
        return named;
    }

    /** The pieces of a title that may be a name, the longest first. */
    private static List<String> candidates(String title) {
        List<String> words = Arrays.stream(title.split("[\\s,;:/|()\\[\\]«»\"–—]+|(?<=\\s)-(?=\\s)"))
                .filter(word -> !TextNormalizer.fold(word).isEmpty())
                .limit(MOST_IN_A_TITLE)
                .toList();
        List<String> all = new ArrayList<>();
        for (int many = Math.min(MOST_WORDS, words.size()); many >= 1; many--) {
            for (int from = 0; from + many <= words.size(); from++) {
                String piece = String.join(" ", words.subList(from, from + many));
                // « l’AQOCI », « d’Alternatives »
                String bare = piece.replaceFirst("^[dlDL]['’]", "");
                if (bare.length() >= SHORTEST && Character.isUpperCase(bare.codePointAt(0))) {
                    all.add(bare);
                }
            }
        }
        return all;
    }

    private static Set<OrganisationId> findNamed(
            List<String> candidates, Function<String, List<OrganisationId>> called) {
        Set<OrganisationId> found = new LinkedHashSet<>();
        List<String> taken = new ArrayList<>();
        for (String piece : candidates) {
            String folded = " " + TextNormalizer.fold(piece) + " ";
            if (found.size() < MOST && taken.stream().noneMatch(longer -> longer.contains(folded))) {
                List<OrganisationId> bear = called.apply(piece);
                if (bear.size() == 1) {
                    found.add(bear.get(0));
                    taken.add(folded);
                }
            }
        }
        return found;
    }
}
