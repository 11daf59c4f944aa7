package org.convergence.identity.domain;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.stereotype.Component;

/**
 * The relying party of passkeys, and the options for authenticators. The configured address ({@code
 * CONVERGENCE_BASE_URL}) is the only source of its id and origin; the host header of a request is never trusted. User
 * verification is required, since a passkey alone opens a session.
 */
@Component
class PasskeySettings {

    private static final Duration TIME_TO_ANSWER = Duration.ofMinutes(5);

    private final URI address;
    private final OrganisationSettings settings;

    PasskeySettings(@Value("${convergence.base-url}") String baseUrl, OrganisationSettings settings) {
        this.address = URI.create(baseUrl);
        this.settings = settings;
    }

    PublicKeyCredentialRpEntity party() {
        return PublicKeyCredentialRpEntity.builder()
                .id(address.getHost())
                .name(settings.current().name())
                .build();
    }

    Set<String> origins() {
        return Set.of(address.getScheme() + "://" + address.getAuthority());
    }

    /** Options for a new resident passkey, on an authenticator that holds none of the user's. */
    PublicKeyCredentialCreationOptions creation(
            PublicKeyCredentialUserEntity owner, Bytes challenge, List<PublicKeyCredentialDescriptor> known) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(party())
                .user(owner)
                .challenge(challenge)
                .excludeCredentials(known)
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .timeout(TIME_TO_ANSWER)
                .build();
    }

    /** Options that accept any of our passkeys: the user is not known yet. */
    PublicKeyCredentialRequestOptions request(Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .rpId(party().getId())
                .challenge(challenge)
                .allowCredentials(List.of())
                .userVerification(UserVerificationRequirement.REQUIRED)
                .timeout(TIME_TO_ANSWER)
                .build();
    }
}
