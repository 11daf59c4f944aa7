package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.convergence.platform.database.Refused;

/** The days on which reversals, delays, decisions and deposits are possible: what is entered has happened. */
public final class LedgerDatePolicy {

    private LedgerDatePolicy() {}

    /** The refusal of a reversal on a day; empty if it is possible. */
    public static Optional<Refused> checkReversal(LocalDate day, LocalDate received, LocalDate today) {
        if (day.isAfter(today)) {
            return Optional.of(new Refused("ledger.refused.reversal-to-come"));
        }
        return day.isBefore(received)
                ? Optional.of(new Refused("ledger.refused.reversal-before", received))
                : Optional.empty();
    }

    /** The refusal of a delay until a day; empty if it is possible. */
    public static Optional<Refused> checkDelay(LocalDate until, LocalDate due, LocalDate today) {
        if (until.isBefore(due)) {
            return Optional.of(new Refused("ledger.refused.delay", due));
        }
        return until.isBefore(today) ? Optional.of(new Refused("ledger.refused.delay-past")) : Optional.empty();
    }

    /** The refusal of a decision's date; empty if it is possible. */
    public static Optional<Refused> checkDecision(LocalDate day, LocalDate today) {
        return day.isAfter(today) ? Optional.of(new Refused("ledger.refused.decision-to-come")) : Optional.empty();
    }

    /** The refusal of a deposit's date; empty if it is possible. */
    public static Optional<Refused> checkDeposit(LocalDate day, LocalDate today) {
        return day.isAfter(today) ? Optional.of(new Refused("ledger.refused.deposit-to-come")) : Optional.empty();
    }

    static void require(Optional<Refused> refusal) {
        refusal.ifPresent(refused -> {
            throw refused;
        });
    }
}
