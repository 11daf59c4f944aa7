package org.convergence.plan.realisation;

import java.util.Locale;

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

    /** Key of its name in the messages. */
    public String key() {
        return "realisation.kind." + name().toLowerCase(Locale.ROOT);
    }
}
