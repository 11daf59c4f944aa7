package org.convergence.identity.domain;

import java.util.UUID;

/** The letters that carry a link: one to sign in again, one to come for the first time. */
interface SignInLetters {

    void sendLink(UUID account);

    void sendInvitation(UUID account);
}
