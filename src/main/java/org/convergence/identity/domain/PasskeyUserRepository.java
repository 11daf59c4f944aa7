package org.convergence.identity.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Open accounts as WebAuthn user entities. A closed account is unknown. */
@Component
record PasskeyUserRepository(AccountRepository accounts) implements PublicKeyCredentialUserEntityRepository {

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return find(PasskeyRepository.account(handle));
    }

    @Nullable
    PublicKeyCredentialUserEntity find(UUID id) {
        return accounts.findById(id)
                .filter(account -> account.closedAt() == null)
                .map(account -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(PasskeyRepository.handle(account.id()))
                        .name(account.mail())
                        .displayName(account.name())
                        .build())
                .orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
        return null;
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new IllegalStateException("only AccountService opens accounts");
    }

    @Override
    public void delete(Bytes handle) {
        throw new IllegalStateException("only AccountService closes accounts");
    }
}
