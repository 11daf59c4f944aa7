package org.convergence.identity.domain;

import java.util.UUID;

/** The letters about coming in: a link to sign in again, one to come for the first time, a passkey that was added. */
interface SignInLetters {

    void sendLink(UUID account);

    void sendInvitation(UUID account);

    /** Tells that a passkey was added, so that its owner knows of one that is not hers. */
    void tellOfPasskey(UUID account);
}
