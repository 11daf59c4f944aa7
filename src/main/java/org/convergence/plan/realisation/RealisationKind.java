package org.convergence.plan.realisation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of thing was done. The names are stable: targets and reports keep them. */
public enum RealisationKind {
    /** Atelier. */
    WORKSHOP,
    /** Formation. */
    TRAINING,
    /** Rencontre, réunion. */
    MEETING,
    /** Représentation of the organisation at someone else's event. */
    REPRESENTATION,
    /** Prise de parole, conférence. */
    SPEECH,
    /** Article, publication, outil. */
    PUBLICATION,
    /** Entrevue, présence dans les médias. */
    MEDIA,
    /** Résolution adopted. */
    RESOLUTION,
    /** Mission, stage. */
    MISSION,
    /** Rapport or application sent. */
    REPORT,
    /** Anything else. */
    OTHER;

    /** The kind of a stable name, if it is one. */
    public static Optional<RealisationKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** Key of its name in the messages. */
    public String key() {
        return "realisation.kind." + name().toLowerCase(Locale.ROOT);
    }
}
