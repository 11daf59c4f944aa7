package org.convergence.directory.exchange.domain;

import java.time.LocalDate;
import org.convergence.platform.database.Refused;

/** What may be said of an exchange. */
final class ExchangePolicy {

    private ExchangePolicy() {}

    /** What was said was said by today; what is to be said is an appointment, and not here. */
    static void requirePossible(LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw new Refused("exchange.ahead", day);
        }
    }
}
