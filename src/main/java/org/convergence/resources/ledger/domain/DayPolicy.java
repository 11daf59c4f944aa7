package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.convergence.platform.database.Refused;

/** Days on which nothing of the kind can be: what is noted has happened. */
public final class DayPolicy {

    private DayPolicy() {}

    /** Why a payment cannot be taken back on a day; empty where it can. */
    public static Optional<Refused> ofReversal(LocalDate day, LocalDate received, LocalDate today) {
        if (day.isAfter(today)) {
            return Optional.of(new Refused("ledger.refused.reversal-to-come"));
        }
        return day.isBefore(received)
                ? Optional.of(new Refused("ledger.refused.reversal-before", received))
                : Optional.empty();
    }

    /** Why an invoice cannot wait until a day; empty where it can. */
    public static Optional<Refused> ofDelay(LocalDate until, LocalDate due, LocalDate today) {
        if (until.isBefore(due)) {
            return Optional.of(new Refused("ledger.refused.delay", due));
        }
        return until.isBefore(today) ? Optional.of(new Refused("ledger.refused.delay-past")) : Optional.empty();
    }

    /** Why nothing can rest on a decision of a day; empty where it can. */
    public static Optional<Refused> ofDecision(LocalDate day, LocalDate today) {
        return day.isAfter(today) ? Optional.of(new Refused("ledger.refused.decision-to-come")) : Optional.empty();
    }

    /** Why nothing can be brought to the bank on a day; empty where it can. */
    public static Optional<Refused> ofDeposit(LocalDate day, LocalDate today) {
        return day.isAfter(today) ? Optional.of(new Refused("ledger.refused.deposit-to-come")) : Optional.empty();
    }

    static void require(Optional<Refused> refusal) {
        refusal.ifPresent(refused -> {
            throw refused;
        });
    }
}
