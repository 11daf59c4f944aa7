package org.convergence.plan.realisation.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.text.TextNormalizer;

/** Reads kinds and states in files: the names used by the application in either language, else the first known word. */
final class RealisationKindReader {

    private static final Map<String, RealisationKind> NAMES = names();
    private static final Set<String> WITHDRAWN =
            Set.of("retiree", "retire", "annulee", "annule", "withdrawn", "cancelled", "canceled");

    private RealisationKindReader() {}

    static Optional<RealisationKind> read(String text) {
        String folded = TextNormalizer.fold(text);
        return folded.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(NAMES.get(folded)).or(() -> RealisationKindPolicy.fromTitle(text));
    }

    static boolean isWithdrawn(String text) {
        return WITHDRAWN.contains(TextNormalizer.fold(text));
    }

    private static Map<String, RealisationKind> names() {
        Map<String, RealisationKind> names = new HashMap<>();
        for (RealisationKind kind : RealisationKind.values()) {
            names.put(TextNormalizer.fold(kind.name()), kind);
        }
        names.put("atelier", RealisationKind.WORKSHOP);
        names.put("formation", RealisationKind.TRAINING);
        names.put("rencontre", RealisationKind.MEETING);
        names.put("reunion", RealisationKind.MEETING);
        names.put("prise de parole", RealisationKind.SPEECH);
        names.put("article ou publication", RealisationKind.PUBLICATION);
        names.put("article or publication", RealisationKind.PUBLICATION);
        names.put("mission ou stage", RealisationKind.MISSION);
        names.put("mission or internship", RealisationKind.MISSION);
        names.put("rapport", RealisationKind.REPORT);
        names.put("autre", RealisationKind.OTHER);
        return names;
    }
}
