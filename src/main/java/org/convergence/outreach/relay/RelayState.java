package org.convergence.outreach.relay;

import org.convergence.platform.shell.Tone;

/** A kit at an organisation, by degree of evidence. */
public enum RelayState {
    PROPOSED(Tone.AHEAD),
    /** The organisation will publish it. */
    TAKEN(Tone.ACTIVE),
    /** The organisation says that it is published. */
    DECLARED(Tone.OK),
    /** Staff saw it at an address. */
    SEEN(Tone.OK),
    /** A copy is kept. */
    KEPT(Tone.OK),
    DECLINED(Tone.REST);

    private final Tone tone;

    RelayState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** Whether it is published. */
    public boolean isPublished() {
        return this == DECLARED || this == SEEN || this == KEPT;
    }

    /** Message key of its name. */
    public String key() {
        return "relay.state." + name();
    }
}
