package org.convergence.platform.mail;

import java.util.UUID;

/**
 * One of those to whom a letter goes that goes to many.
 *
 * @param party who it is, as the {@link SendingRule} knows her
 * @param address one mail address
 */
public record Recipient(UUID party, String address) {}
