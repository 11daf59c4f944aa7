package org.convergence.platform.mail;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The effects of a mailing, shown before it is sent (template {@code platform.mail.preview}).
 *
 * @param letters the addressees who get a letter by mail
 * @param leftOut the addressees excluded, each with the key of the reason
 * @param toPrint the addressees without an address: their letter is printed
 * @param mailSet whether the letters leave at once; without a mail server they wait
 * @param showsAddresses whether the viewer may see addresses
 */
public record MailingPreview(
        List<Addressee> letters,
        List<ExcludedAddressee> leftOut,
        List<Addressee> toPrint,
        boolean mailSet,
        boolean showsAddresses) {

    /**
     * An addressee of the mailing.
     *
     * @param party the person or organisation, as a {@link SendingRule} knows it
     * @param address {@code null} if none is known, or the letter goes by post
     */
    public record Addressee(
            UUID party, String name, @Nullable String address) {}

    /** An addressee who gets no letter, with the key of the message that says why. */
    public record ExcludedAddressee(Addressee addressee, String reason) {}

    /** The same for a viewer who may not see addresses. */
    public MailingPreview withoutAddresses() {
        return new MailingPreview(letters, leftOut, toPrint, mailSet, false);
    }
}
