package org.convergence.advocacy.position;

/** What allows us to speak. */
public enum MandateSource {
    RESOLUTION,
    COALITION,
    /** A policy that stands until it is changed. */
    POLICY;

    /** The message key of its name. */
    public String key() {
        return "position.mandate." + name();
    }
}
