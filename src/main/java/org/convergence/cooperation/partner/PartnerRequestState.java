package org.convergence.cooperation.partner;

import org.convergence.platform.shell.Tone;

/** What became of a request. */
public enum PartnerRequestState {
    /** It waits for our answer. */
    OPEN(Tone.ACTIVE),
    /** It became a project. */
    PROJECT(Tone.OK),
    /** It goes on as an application, an appeal, or a support to what others run. */
    ELSEWHERE(Tone.OK),
    REFUSED(Tone.REST);

    private final Tone tone;

    PartnerRequestState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The message key of its name. */
    public String key() {
        return "partner.request.state." + name();
    }
}
