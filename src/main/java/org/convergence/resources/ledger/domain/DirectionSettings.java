package org.convergence.resources.ledger.domain;

import java.util.Arrays;
import java.util.Optional;
import org.convergence.resources.ledger.domain.DirectionVocabulary.MoneyDirection;

/**
 * How a bank's file gives the direction of money, if not by two columns.
 *
 * @param unsigned the direction of an amount without sign, if no other column gives it
 * @param incoming the words of the direction column for money received, separated by commas
 * @param outgoing the same for money paid out
 */
public record DirectionSettings(UnsignedMeaning unsigned, String incoming, String outgoing) {

    /** The settings before anything is known. */
    public static final DirectionSettings UNKNOWN = new DirectionSettings(UnsignedMeaning.UNKNOWN, "", "");

    /** The direction of an amount without sign. */
    public enum UnsignedMeaning {
        INCOMING,
        OUTGOING,
        /** Unknown: the line is left aside. */
        UNKNOWN;

        /** The message key of its name. */
        public String key() {
            return "ledger.statement.unsigned." + name();
        }
    }

    /** Whether a word is in both lists. */
    public boolean isContradictory() {
        return DirectionVocabulary.splitTyped(incoming).stream()
                .anyMatch(DirectionVocabulary.splitTyped(outgoing)::contains);
    }

    /** The direction of a value of the direction column; empty if it is unknown. */
    Optional<MoneyDirection> directionOf(String value) {
        String folded = DirectionVocabulary.fold(value);
        boolean comes = DirectionVocabulary.splitTyped(incoming).contains(folded);
        boolean goes = DirectionVocabulary.splitTyped(outgoing).contains(folded);
        if (comes != goes) {
            return Optional.of(comes ? MoneyDirection.IN : MoneyDirection.OUT);
        }
        return comes ? Optional.empty() : DirectionVocabulary.find(value);
    }

    Optional<MoneyDirection> unsignedDirection() {
        return Arrays.stream(MoneyDirection.values())
                .filter(it ->
                        unsigned == (it == MoneyDirection.IN ? UnsignedMeaning.INCOMING : UnsignedMeaning.OUTGOING))
                .findFirst();
    }
}
