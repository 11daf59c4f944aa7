package org.convergence.platform.mail;

/**
 * A letter of a sending to many, as one of them gets it.
 *
 * @param topic what it is on, in the word of a {@link SendingRule}
 * @param subject one line
 * @param text plain text, without who sends it and how to stop, which are added below
 * @param purpose what it is for, {@code module_word}, for the list of the outbox
 * @param language code of the reader's language: French, English or Spanish
 */
public record BulkLetter(Recipient to, String topic, String subject, String text, String purpose, String language) {}
