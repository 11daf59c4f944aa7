package org.convergence.identity.domain;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.convergence.identity.Role;
import org.convergence.identity.domain.SessionService.SignedInActor;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.Token;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.stereotype.Component;

/**
 * An API token with a coordinator's permissions set at start ({@code CONVERGENCE_BOOTSTRAP_TOKEN}), for automation.
 * Unset by default; the start fails if it is too short.
 */
@Component
public class BootstrapToken {

    private static final int SHORTEST = 32;

    private final byte @Nullable [] hash;
    private final RolePermissions rolePermissions;

    BootstrapToken(@Value("${CONVERGENCE_BOOTSTRAP_TOKEN:}") String token, RolePermissions rolePermissions) {
        if (!token.isEmpty() && token.length() < SHORTEST) {
            throw new TooShort(token.length());
        }
        this.hash = token.isEmpty() ? null : Token.hashOf(token);
        this.rolePermissions = rolePermissions;
    }

    /** The automation actor, if the secret is right. */
    public Optional<SignedInActor> find(String secret) {
        byte[] expected = hash;
        if (expected == null || !MessageDigest.isEqual(expected, Token.hashOf(secret))) {
            return Optional.empty();
        }
        return Optional.of(new SignedInActor(
                Actor.AUTOMATION,
                new Actor(
                        Actor.AUTOMATION,
                        "automation",
                        null,
                        null,
                        rolePermissions.permissionsOf(List.of(Role.COORDINATOR)))));
    }

    /** The token set at start is too short. */
    static final class TooShort extends IllegalStateException {

        private TooShort(int length) {
            super("CONVERGENCE_BOOTSTRAP_TOKEN has " + length + " characters; it must have " + SHORTEST + " or more.");
        }
    }

    /** Explains the failure in two sentences instead of a stack trace. */
    static final class BootstrapTokenFailureAnalyzer extends AbstractFailureAnalyzer<TooShort> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, TooShort cause) {
            return new FailureAnalysis(
                    String.valueOf(cause.getMessage()),
                    "Give a longer one, for instance from: openssl rand -hex 24. Or leave it out.",
                    cause);
        }
    }
}
