package org.convergence.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;

/** Reads the plain text of a letter that also has HTML and attachments. */
public final class MailText {

    private MailText() {}

    /** The first plain text of a message or of one of its parts; empty if there is none. */
    public static String plain(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int n = 0; n < parts.getCount(); n++) {
                String text = plain(parts.getBodyPart(n));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }
}
