package org.convergence.identity.domain;

import com.webauthn4j.util.exception.WebAuthnException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Verifies the answers of authenticators with the WebAuthn library, and catches its exceptions. */
@Component
record PasskeyVerifier(PasskeySettings settings, PasskeyUserRepository owners, PasskeyRepository passkeyRepository) {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyVerifier.class);
    private static final int LONGEST_ANSWER = 20_000;

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    /** The options for a browser, as JSON. */
    static String json(Object options) {
        return JSON.writeValueAsString(options);
    }

    /** Registers a new passkey; returns whether the answer was valid. */
    boolean register(PublicKeyCredentialUserEntity owner, Bytes challenge, String answer, String name) {
        return attempt(() -> {
                    var credential =
                            read(answer, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
                    var options = settings.creation(owner, challenge, java.util.List.of());
                    return operations()
                            .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                                    options, new RelyingPartyPublicKey(credential, name)));
                })
                .isPresent();
    }

    /** The account of the passkey that answered; empty if the answer is invalid. */
    Optional<UUID> authenticate(Bytes challenge, String answer) {
        return attempt(() -> {
            var credential = read(answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            var request = new RelyingPartyAuthenticationRequest(settings.request(challenge), credential);
            return PasskeyRepository.account(operations().authenticate(request).getId());
        });
    }

    private WebAuthnRelyingPartyOperations operations() {
        return new Webauthn4JRelyingPartyOperations(owners, passkeyRepository, settings.party(), settings.origins());
    }

    private static <T> T read(String answer, TypeReference<T> type) {
        if (answer.length() > LONGEST_ANSWER) {
            throw new IllegalArgumentException("too long");
        }
        return JSON.readValue(answer, type);
    }

    /** Logs the type of a refusal, without any data of the user. */
    private static <T> Optional<T> attempt(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (WebAuthnException | JacksonException | IllegalArgumentException | NullPointerException wrong) {
            LOG.info(
                    "The response of an authenticator was rejected: {}",
                    wrong.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
