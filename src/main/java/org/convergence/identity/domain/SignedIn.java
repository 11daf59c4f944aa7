package org.convergence.identity.domain;

import java.util.UUID;
import org.convergence.platform.access.Actor;

/**
 * Someone whom a session or a token has made known.
 *
 * @param id the session's or the token's id
 */
public record SignedIn(UUID id, Actor actor) {}
