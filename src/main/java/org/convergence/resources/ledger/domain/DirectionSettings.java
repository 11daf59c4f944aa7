package org.convergence.resources.ledger.domain;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a bank's file says whether money came or went, where two columns do not tell it.
 *
 * @param unsigned what an amount without sign is, where no other column says it
 * @param incoming the words of the direction column for money that came, separated by commas
 * @param outgoing the same for money that went
 */
public record DirectionSettings(Unsigned unsigned, String incoming, String outgoing) {

    /** Nothing is known yet. */
    public static final DirectionSettings UNKNOWN = new DirectionSettings(Unsigned.UNKNOWN, "", "");

    /** What an amount without sign is. */
    public enum Unsigned {
        INCOMING,
        OUTGOING,
        /** Nothing tells it: its line is left aside. */
        UNKNOWN;

        /** The message that names it. */
        public String key() {
            return "ledger.statement.unsigned." + name();
        }
    }

    /** Whether a word stands in both lists. */
    public boolean isContradictory() {
        return DirectionWords.typed(incoming).stream().anyMatch(DirectionWords.typed(outgoing)::contains);
    }

    /** What a value of the direction column says; empty where it is not known. */
    Optional<MoneyDirection> read(String value) {
        String folded = DirectionWords.fold(value);
        boolean comes = DirectionWords.typed(incoming).contains(folded);
        boolean goes = DirectionWords.typed(outgoing).contains(folded);
        if (comes != goes) {
            return Optional.of(comes ? MoneyDirection.IN : MoneyDirection.OUT);
        }
        return comes ? Optional.empty() : DirectionWords.known(value);
    }

    Optional<MoneyDirection> ofUnsigned() {
        return Arrays.stream(MoneyDirection.values())
                .filter(it -> unsigned == (it == MoneyDirection.IN ? Unsigned.INCOMING : Unsigned.OUTGOING))
                .findFirst();
    }
}
