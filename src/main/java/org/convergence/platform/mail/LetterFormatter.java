package org.convergence.platform.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The text of a letter's state, the same on every page (template {@code platform.mail.letter}). */
public final class LetterFormatter {

    /** Diagnoses in which the recipient's own server refuses: all others are tried for days, then given up. */
    private static final Set<String> REFUSALS = Set.of("REFUSED_RECIPIENT", "BOUNCED");

    private LetterFormatter() {}

    /**
     * The state in words with its day: "Parti le 28 novembre 2026", "En attente d'envoi", "Remis en main propre le …".
     */
    public static String state(LetterStatus status, Words t) {
        return t.capital(state(status.state(), status.method(), status.leftOn(), t));
    }

    /** The state with its reason and the person who decided it: "Retenu · repris avant l'envoi · Luce Roy, le …". */
    public static String stateWithDetail(LetterStatus status, Words t) {
        String detail = detail(status, t);
        return detail == null ? state(status, t) : state(status, t) + " · " + detail;
    }

    /** The letter by its purpose, with its state: "Demande reçue : en attente d'envoi". */
    public static String named(LetterStatus status, Words t) {
        String state = state(status.state(), status.method(), status.leftOn(), t);
        String detail = detail(status, t);
        return t.say(
                "mail.letter.named", purpose(status.purpose(), t), detail == null ? state : state + " · " + detail);
    }

    /** A letter that did not arrive is described with the reason; a list has no room for the others. */
    public static String stateInList(LetterStatus status, Words t) {
        return status.state() == LetterState.WITHHELD || status.state() == LetterState.REFUSED
                ? stateWithDetail(status, t)
                : state(status, t);
    }

    private static String state(LetterState state, @Nullable DeliveryMethod method, @Nullable Instant leftOn, Words t) {
        if (leftOn == null) {
            return t.say(state.key());
        }
        String key = method == null ? state.key() : state.key() + "." + method.name();
        return t.say(key + ".on", leftOn.atZone(t.zone()).toLocalDate());
    }

    /** The name of a letter's purpose: "Facture", "Avis de convocation". */
    public static String purpose(String purpose, Words t) {
        return t.say("mail.purpose", purpose);
    }

    /** The reason for a letter's state, and the person who decided it; {@code null} where there is neither. */
    public static @Nullable String detail(LetterStatus status, Words t) {
        List<String> parts = new ArrayList<>();
        if (status.reason() != null && (status.state() != LetterState.SENT || status.decidedBy() != null)) {
            parts.add(reason(status.state(), status.reason(), t));
        }
        if (status.decidedBy() != null && status.decidedAt() != null) {
            parts.add(t.say(
                    "mail.letter.decided",
                    status.decidedBy(),
                    status.decidedAt().atZone(t.zone()).toLocalDate()));
        }
        return parts.isEmpty() ? null : String.join(" · ", parts);
    }

    /** The text of a reason stored as a message key or as a diagnosis; of a letter given up, that it was. */
    public static String reason(LetterState state, String reason, Words t) {
        if (t.has(reason)) {
            return t.say(reason);
        }
        String diagnosis = t.say("mail.diagnosis", reason);
        return state == LetterState.REFUSED && !REFUSALS.contains(reason)
                ? t.say("mail.letter.given-up", diagnosis)
                : diagnosis;
    }

    /** As {@link #summary}, with the day on which the last one left: "2 partis · dernier départ le 28 novembre 2026". */
    public static String summaryWithDay(LetterSummary summary, Words t) {
        return summary.lastLeft() == null
                ? summary(summary, t)
                : summary(summary, t) + " · "
                        + t.say(
                                "mail.letter.last-left",
                                summary.lastLeft().atZone(t.zone()).toLocalDate());
    }

    /** Many letters in one sentence: "12 partis, 3 en attente d'envoi"; empty without letters. */
    public static String summary(LetterSummary summary, Words t) {
        List<String> parts = new ArrayList<>();
        for (LetterState state : LetterState.values()) {
            if (summary.count(state) > 0) {
                parts.add(t.say(state.key() + ".count", summary.count(state)));
            }
        }
        return String.join(", ", parts);
    }

    /** The colour tone of a state. */
    public static Tone tone(LetterState state) {
        return switch (state) {
            case WAITING -> Tone.AHEAD;
            case WITHHELD -> Tone.REST;
            case SENT, DELIVERED_OTHERWISE -> Tone.OK;
            case PERHAPS_SENT -> Tone.WARN;
            case REFUSED -> Tone.BAD;
        };
    }
}
