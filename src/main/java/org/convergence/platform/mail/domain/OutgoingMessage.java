package org.convergence.platform.mail.domain;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A message that keeps its Message-ID at each attempt, and knows whether all of it was handed over. */
final class OutgoingMessage extends SMTPMessage {

    private final String id;
    private final String recipient;
    private boolean handedOver;

    /** @param id its Message-ID */
    OutgoingMessage(Session session, String id, String recipient) {
        super(session);
        this.id = id;
        this.recipient = recipient;
    }

    /** The address to which it goes. */
    String recipient() {
        return recipient;
    }

    /** Whether the server may have all of it, so that it may arrive whatever follows. */
    boolean isHandedOver() {
        return handedOver;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        super.writeTo(out, ignored);
        handedOver = true;
    }
}
