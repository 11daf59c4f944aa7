package org.convergence.directory.consent.web;

import org.convergence.directory.consent.MayWrite;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;

/**
 * Whether a message may be written.
 *
 * @param what the purpose, or the person in a list
 * @param url the page with details; empty for none
 */
public record ConsentState(String what, String url, Tone tone, String word, String why) {

    static ConsentState of(String what, String url, MayWrite answer, Words t) {
        return new ConsentState(
                what, url, ConsentSaying.tone(answer), ConsentSaying.word(answer, t), ConsentSaying.why(answer, t));
    }
}
