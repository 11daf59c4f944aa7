package org.convergence.platform.shell;

import java.util.UUID;

/**
 * Someone who is signed in changed the language of her pages; identity keeps it with her account.
 *
 * @param account the account's id
 * @param language {@code fr} or {@code en}
 */
public record LanguageChosen(UUID account, String language) {}
