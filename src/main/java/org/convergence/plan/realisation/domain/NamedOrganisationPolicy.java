package org.convergence.plan.realisation.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.text.TextNormalizer;

/**
 * Finds the organisations named in a title: « Rencontre avec la CSN et Solidarité en partage ». A name must be whole
 * words, begin with a capital and belong to one organisation only; a longer one wins over a shorter.
 */
final class NamedOrganisationPolicy {

    private static final int MOST_WORDS = 8;
    private static final int MOST_IN_A_TITLE = 30;
    private static final int SHORTEST = 2;
    private static final int MOST = 5;

    private NamedOrganisationPolicy() {}

    /** The pieces of a title that may be a name, the longest first. */
    static List<String> candidates(String title) {
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

    static Set<OrganisationId> findNamed(List<String> candidates, Function<String, List<OrganisationId>> called) {
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
