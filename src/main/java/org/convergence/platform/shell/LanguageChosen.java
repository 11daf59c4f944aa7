package org.convergence.platform.shell;

import java.util.UUID;

/**
 * Event: a signed-in person changed the language of pages; identity stores it with the account.
 *
 * @param account the account's id
 * @param language {@code fr} or {@code en}
 */
public record LanguageChosen(UUID account, String language) {}
