package org.convergence.cooperation.project.domain;

/** What is counted of the realisations that feed an indicator. */
public enum FeedMeasure {
    /** Participations, by sex; not unique people. */
    PARTICIPATIONS,
    REALISATIONS,
    /** Organisations that took part, each once. */
    ORGANISATIONS,
    /** Hours of staff and volunteers. */
    HOURS,
    COPIES;

    /** The message key of its name. */
    public String key() {
        return "project.feed.measure." + name();
    }
}
