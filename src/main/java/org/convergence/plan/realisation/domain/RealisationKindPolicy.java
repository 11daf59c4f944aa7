package org.convergence.plan.realisation.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.text.TextNormalizer;

/** Derives the kind of a realisation from the first known word of its title. */
final class RealisationKindPolicy {

    /** Beginnings of folded words, French and English; the kind of the earliest word in the title wins. */
    private static final Map<RealisationKind, List<String>> WORDS = Map.of(
            RealisationKind.WORKSHOP, List.of("atelier", "workshop", "animation"),
            RealisationKind.TRAINING, List.of("formation", "training", "session de formation"),
            RealisationKind.MEETING,
                    List.of("rencontre", "reunion", "meeting", "comite", "assemblee", "concertation", "table"),
            RealisationKind.REPRESENTATION,
                    List.of("representation", "kiosque", "delegation", "congres", "manifestation"),
            RealisationKind.SPEECH, List.of("allocution", "discours", "conference", "speech", "talk", "panel"),
            RealisationKind.PUBLICATION,
                    List.of(
                            "article",
                            "publication",
                            "bulletin",
                            "infolettre",
                            "newsletter",
                            "dossier",
                            "fiche",
                            "lettre"),
            RealisationKind.MEDIA, List.of("entrevue", "interview", "communique", "media", "radio", "television"),
            RealisationKind.RESOLUTION, List.of("resolution", "proposition"),
            RealisationKind.MISSION, List.of("mission", "stage", "internship", "sejour"),
            RealisationKind.REPORT, List.of("rapport", "report", "bilan", "demande de financement", "reddition"));

    private RealisationKindPolicy() {}

    /** The kind; empty if no word is known. */
    static Optional<RealisationKind> fromTitle(String title) {
        String folded = " " + TextNormalizer.fold(title);
        RealisationKind best = null;
        int earliest = Integer.MAX_VALUE;
        for (RealisationKind kind : RealisationKind.values()) {
            for (String word : WORDS.getOrDefault(kind, List.of())) {
                int at = folded.indexOf(" " + word);
                if (at >= 0 && at < earliest) {
                    earliest = at;
                    best = kind;
                }
            }
        }
        return Optional.ofNullable(best);
    }
}
