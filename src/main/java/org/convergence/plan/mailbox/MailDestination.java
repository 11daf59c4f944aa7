package org.convergence.plan.mailbox;

/**
 * A record of another module that a forwarded mail may become: a bean of this type. Its form opens prefilled from {@link
 * MailDrafts}; nothing is recorded until it is saved.
 *
 * @param key message key of the button
 * @param path address of the form, to which {@code ?mail=<id>} is added
 * @param permission that the form needs
 */
public record MailDestination(String key, String path, String permission) {}
