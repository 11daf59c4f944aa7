package org.convergence.identity.domain;

import java.util.UUID;

/** The letters about signing in: a link, an invitation, a passkey that was added. */
interface SignInLetters {

    void sendLink(UUID account);

    void sendInvitation(UUID account);

    /** Notifies the owner that a passkey was added, in case another person did it. */
    void notifyPasskeyAdded(UUID account);
}
