package org.convergence.identity.web;

import java.util.List;
import java.util.stream.Collectors;
import org.convergence.identity.domain.ApiTokenService;
import org.convergence.identity.domain.PasskeyService;
import org.convergence.identity.domain.SessionService;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PersonalPageEntry;
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
public record OwnAccountPage(
        String name,
        List<SessionService.SessionRow> sessions,
        List<PasskeyService.PasskeyRow> passkeys,
        List<ApiTokenService.ApiTokenRow> tokens,
        Form form,
        Form passkey,
        List<PersonalPageEntry> elsewhere,
        @Nullable String secret) {

    private static final List<PermissionNature> OFFERED = List.of(
            PermissionNature.READ,
            PermissionNature.READ_PEOPLE,
            PermissionNature.READ_MONEY,
            PermissionNature.RECORD,
            PermissionNature.EDIT,
            PermissionNature.DECIDE,
            PermissionNature.MONEY);

    /** The natures that a token can be created for. */
    public List<Option> natures(Words t) {
        return OFFERED.stream()
                .map(nature -> new Option(nature.name(), t.say("identity.nature", nature.name())))
                .toList();
    }

    /** The natures of a token, in one line. */
    public String natures(Words t, ApiTokenService.ApiTokenRow token) {
        return token.natures().stream()
                .map(nature -> t.say("identity.nature", nature.name()))
                .collect(Collectors.joining(", "));
    }
}
