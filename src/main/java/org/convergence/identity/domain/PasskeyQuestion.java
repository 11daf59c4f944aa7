package org.convergence.identity.domain;

/**
 * What a browser asks of an authenticator.
 *
 * @param options as JSON
 * @param ticket a secret for the browser's cookie, without which no answer is taken
 */
public record PasskeyQuestion(String options, String ticket) {}
