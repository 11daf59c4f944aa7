package org.convergence.resources.ledger.web;

import java.time.LocalDate;
import org.convergence.platform.shell.Tone;
import org.joda.money.Money;

/** The tone in which a balance is shown on a day. */
final class BalanceTone {

    private BalanceTone() {}

    /** @param expectedOn the day payment is expected, a granted delay included */
    static Tone of(Money balance, LocalDate expectedOn, LocalDate today) {
        if (balance.isZero()) {
            return Tone.OK;
        }
        return expectedOn.isBefore(today) ? Tone.BAD : Tone.AHEAD;
    }
}
