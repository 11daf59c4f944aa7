package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.convergence.platform.database.Refused;

/** The days on which reversals, delays, decisions and deposits are possible: what is entered has happened. */
public final class LedgerDatePolicy {

    private LedgerDatePolicy() {}

    /** Why a payment cannot be reversed on a day; empty if it can. */
    public static Optional<Refused> checkReversal(LocalDate day, LocalDate received, LocalDate today) {
        if (day.isAfter(today)) {
            return Optional.of(new Refused("ledger.refused.reversal-to-come"));
        }
        return day.isBefore(received)
                ? Optional.of(new Refused("ledger.refused.reversal-before", received))
                : Optional.empty();
    }

    /** Why an invoice cannot be delayed until a day; empty if it can. */
    public static Optional<Refused> checkDelay(LocalDate until, LocalDate due, LocalDate today) {
        if (until.isBefore(due)) {
            return Optional.of(new Refused("ledger.refused.delay", due));
        }
        return until.isBefore(today) ? Optional.of(new Refused("ledger.refused.delay-past")) : Optional.empty();
    }

    /** Why a decision cannot have this date; empty if it can. */
    public static Optional<Refused> checkDecision(LocalDate day, LocalDate today) {
        return day.isAfter(today) ? Optional.of(new Refused("ledger.refused.decision-to-come")) : Optional.empty();
    }

    /** Why a deposit cannot have this date; empty if it can. */
    public static Optional<Refused> checkDeposit(LocalDate day, LocalDate today) {
        return day.isAfter(today) ? Optional.of(new Refused("ledger.refused.deposit-to-come")) : Optional.empty();
    }

    static void require(Optional<Refused> refusal) {
        refusal.ifPresent(refused -> {
            throw refused;
        });
    }
}
