package org.convergence.identity.domain;

/**
 * A challenge for a browser's authenticator.
 *
 * @param options as JSON
 * @param ticket a secret for the browser's cookie, without which no answer is accepted
 */
public record PasskeyChallenge(String options, String ticket) {}
