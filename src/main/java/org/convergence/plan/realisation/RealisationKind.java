package org.convergence.plan.realisation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kind of a realisation. The constants are stable: targets and reports store them. */
public enum RealisationKind {
    /** Atelier. */
    WORKSHOP,
    /** Formation. */
    TRAINING,
    /** Rencontre, réunion. */
    MEETING,
    /** Représentation of the organisation at another organisation's event. */
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

    /** The kind with this stable name, if there is one. */
    public static Optional<RealisationKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** Key of its name in the messages. */
    public String key() {
        return "realisation.kind." + name().toLowerCase(Locale.ROOT);
    }
}
