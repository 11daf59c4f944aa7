package org.convergence.identity.web;

import java.util.List;
import java.util.stream.Collectors;
import org.convergence.identity.domain.ApiTokens;
import org.convergence.identity.domain.Passkeys;
import org.convergence.identity.domain.Sessions;
import org.convergence.platform.access.Permission.Nature;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OwnEntry;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The current user's account: passkeys, sessions and API tokens.
 *
 * @param form for a new token
 * @param passkey the form for a new passkey
 * @param elsewhere links to other personal settings
 * @param secret the token just created, shown once
 */
public record OwnPage(
        String name,
        List<Sessions.Listed> sessions,
        List<Passkeys.Listed> passkeys,
        List<ApiTokens.Listed> tokens,
        Form form,
        Form passkey,
        List<OwnEntry> elsewhere,
        @Nullable String secret) {

    private static final List<Nature> OFFERED =
            List.of(Nature.READ, Nature.READ_PEOPLE, Nature.RECORD, Nature.EDIT, Nature.DECIDE, Nature.MONEY);

    /** The natures that a token can be created for. */
    public List<Option> natures(Words t) {
        return OFFERED.stream()
                .map(nature -> new Option(nature.name(), t.say("identity.nature", nature.name())))
                .toList();
    }

    /** The natures of a token, in one line. */
    public String natures(Words t, ApiTokens.Listed token) {
        return token.natures().stream()
                .map(nature -> t.say("identity.nature", nature.name()))
                .collect(Collectors.joining(", "));
    }
}
