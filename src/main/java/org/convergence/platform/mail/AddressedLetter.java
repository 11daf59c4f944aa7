package org.convergence.platform.mail;

/**
 * A letter to a person or an organisation, without its text.
 *
 * @param purpose what it is for, {@code module_word}; in words by {@link LetterFormatter#purpose}
 * @param subject empty where it was erased
 */
public record AddressedLetter(String purpose, String subject, LetterStatus status) {}
