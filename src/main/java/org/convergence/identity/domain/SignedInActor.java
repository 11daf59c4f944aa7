package org.convergence.identity.domain;

import java.util.UUID;
import org.convergence.platform.access.Actor;

/**
 * A user identified by a session or a token.
 *
 * @param id the session's or the token's id
 */
public record SignedInActor(UUID id, Actor actor) {}
