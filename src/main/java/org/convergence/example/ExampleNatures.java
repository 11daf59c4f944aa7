package org.convergence.example;

import java.util.Map;
import java.util.Objects;
import org.convergence.plan.realisation.RealisationKind;

/** The words for kinds of realisations in the example's files. */
final class ExampleNatures {

    private static final Map<String, RealisationKind> KINDS = Map.ofEntries(
            Map.entry("adhésion", RealisationKind.OTHER),
            Map.entry("animation", RealisationKind.WORKSHOP),
            Map.entry("atelier", RealisationKind.WORKSHOP),
            Map.entry("coalition", RealisationKind.MEETING),
            Map.entry("comité", RealisationKind.MEETING),
            Map.entry("communication", RealisationKind.PUBLICATION),
            Map.entry("démarche", RealisationKind.OTHER),
            Map.entry("exposition", RealisationKind.OTHER),
            Map.entry("financement", RealisationKind.REPORT),
            Map.entry("formation", RealisationKind.TRAINING),
            Map.entry("infolettre", RealisationKind.PUBLICATION),
            Map.entry("instance", RealisationKind.MEETING),
            Map.entry("média", RealisationKind.MEDIA),
            Map.entry("note", RealisationKind.PUBLICATION),
            Map.entry("outil", RealisationKind.PUBLICATION),
            Map.entry("partenaires", RealisationKind.MEETING),
            Map.entry("plaidoyer", RealisationKind.MEETING),
            Map.entry("prise de parole", RealisationKind.SPEECH),
            Map.entry("projet", RealisationKind.OTHER),
            Map.entry("publication", RealisationKind.PUBLICATION),
            Map.entry("rapport", RealisationKind.REPORT),
            Map.entry("recherche", RealisationKind.OTHER),
            Map.entry("rencontre", RealisationKind.MEETING),
            Map.entry("représentation", RealisationKind.REPRESENTATION),
            Map.entry("résolution", RealisationKind.RESOLUTION),
            Map.entry("séjour", RealisationKind.MISSION),
            Map.entry("sécurité", RealisationKind.OTHER),
            Map.entry("urgence", RealisationKind.PUBLICATION),
            Map.entry("évènement", RealisationKind.OTHER));

    private ExampleNatures() {}

    static RealisationKind kindOf(String nature) {
        return Objects.requireNonNull(KINDS.get(nature), nature);
    }
}
