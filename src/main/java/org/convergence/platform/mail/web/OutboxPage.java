package org.convergence.platform.mail.web;

import java.util.List;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.domain.OutboxService.LetterEnvelope;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;

/**
 * The outbox: whether mail can leave, a form to test it, and the last envelopes.
 *
 * @param set whether a mail server is set
 */
public record OutboxPage(boolean set, Form trial, List<LetterEnvelope> envelopes) {

    /** The recipient, the purpose, and the reason of the state. */
    public String detail(LetterEnvelope envelope, Words t) {
        String recipient = envelope.recipient().isEmpty() ? t.say("mail.erased") : envelope.recipient();
        return envelope.reason() == null ? recipient : recipient + " · " + LetterFormatter.reason(envelope.reason(), t);
    }

    /** The subject; if it was erased or is hidden, the kind of letter. */
    public String subject(LetterEnvelope envelope, Words t) {
        return envelope.subject().isEmpty() ? LetterFormatter.purpose(envelope.purpose(), t) : envelope.subject();
    }
}
