package org.convergence.directory.consent.web;

import java.time.LocalDate;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentDecision;
import org.convergence.directory.consent.ConsentDecision.ConsentReason;
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
                ConsentStateRow.tone(answer),
                ConsentStateRow.label(answer, t),
                ConsentStateRow.reason(answer, t));
    }

    /** « Consentement exprès, sans fin. » */
    static String reason(ConsentDecision answer, Words t) {
        Basis basis = answer.basis();
        if (basis == null) {
            return t.say(answer.reason().key());
        }
        LocalDate until = answer.until();
        String why =
                switch (answer.reason()) {
                    case BASIS ->
                        until == null
                                ? t.say("consent.reason.basis", t.say(basis.key()))
                                : t.say("consent.reason.basis-until", t.say(basis.key()), t.date(until));
                    case EXPIRED ->
                        t.say("consent.reason.expired", t.say(basis.key()), until == null ? "" : t.date(until));
                    default -> t.say(answer.reason().key());
                };
        return answer.allowed() && basis.needsRole() ? why + " " + t.say("consent.reason.role") : why;
    }

    static String label(ConsentDecision answer, Words t) {
        return t.say(answer.allowed() ? "consent.yes" : "consent.no");
    }

    static Tone tone(ConsentDecision answer) {
        if (answer.allowed()) {
            return Tone.OK;
        }
        return answer.reason() == ConsentReason.WITHDRAWN ? Tone.BAD : Tone.REST;
    }
}
