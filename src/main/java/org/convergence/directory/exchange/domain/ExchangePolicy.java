package org.convergence.directory.exchange.domain;

import java.time.LocalDate;
import org.convergence.platform.database.Refused;

/** The conditions of an exchange. */
final class ExchangePolicy {

    private ExchangePolicy() {}

    /** An exchange is in the past: a future one is an appointment, which is not recorded here. */
    static void requirePossible(LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw new Refused("exchange.ahead", day);
        }
    }
}
