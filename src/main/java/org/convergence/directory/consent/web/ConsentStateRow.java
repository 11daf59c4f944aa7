package org.convergence.directory.consent.web;

import org.convergence.directory.consent.ConsentDecision;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;

/**
 * Whether a message may be written.
 *
 * @param what the purpose, or the person in a list
 * @param url the page with details; empty for none
 */
public record ConsentStateRow(String what, String url, Tone tone, String word, String why) {

    static ConsentStateRow of(String what, String url, ConsentDecision answer, Words t) {
        return new ConsentStateRow(
                what,
                url,
                ConsentDecisionFormatter.tone(answer),
                ConsentDecisionFormatter.label(answer, t),
                ConsentDecisionFormatter.reason(answer, t));
    }
}
