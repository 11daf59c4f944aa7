package org.convergence.platform.mail;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a sending would do, to be shown before it happens (template {@code platform.mail.preview}).
 *
 * @param letters those who get a letter by mail
 * @param leftOut those who get none, each with the key of the reason
 * @param toPrint those without an address: their letter is printed
 * @param mailSet whether the letters leave at once; without a mail server they wait
 * @param showsAddresses whether the viewer may see addresses
 */
public record MailingPreview(
        List<Addressee> letters,
        List<LeftOut> leftOut,
        List<Addressee> toPrint,
        boolean mailSet,
        boolean showsAddresses) {

    /**
     * A person to whom the sending goes.
     *
     * @param party the person or organisation, as a {@link SendingRule} knows it
     * @param address {@code null} where none is known, or the letter goes by post
     */
    public record Addressee(
            UUID party, String name, @Nullable String address) {}

    /** A person who gets no letter, and the key of the sentence that says why. */
    public record LeftOut(Addressee addressee, String reason) {}

    /** The same for a viewer who may not see addresses. */
    public MailingPreview withoutAddresses() {
        return new MailingPreview(letters, leftOut, toPrint, mailSet, false);
    }
}
