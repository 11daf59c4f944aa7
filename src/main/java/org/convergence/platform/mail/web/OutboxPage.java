package org.convergence.platform.mail.web;

import java.util.List;
import org.convergence.platform.mail.domain.LetterBox;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tone;

/**
 * The outbox: whether mail can leave, a form to try, and the last envelopes.
 *
 * @param set whether a mail server is set
 */
public record OutboxPage(boolean set, Form trial, List<LetterBox.Envelope> envelopes) {

    /** How a letter's state is drawn. */
    public Tone tone(LetterBox.State state) {
        return switch (state) {
            case QUEUED -> Tone.AHEAD;
            case SENDING -> Tone.ACTIVE;
            case PERHAPS_SENT -> Tone.WARN;
            case SENT -> Tone.OK;
            case FAILED -> Tone.BAD;
            case WITHHELD -> Tone.REST;
        };
    }
}
