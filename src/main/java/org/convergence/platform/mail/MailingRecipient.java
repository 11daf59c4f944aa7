package org.convergence.platform.mail;

import java.util.UUID;

/**
 * A recipient of a mailing.
 *
 * @param party the person or organisation, as the {@link SendingRule} knows it
 * @param address one mail address
 */
public record MailingRecipient(UUID party, String address) {}
