package org.convergence.directory.handover.domain;

import java.time.LocalDate;
import org.convergence.directory.handover.Holding.HandoverOutcome;
import org.convergence.directory.handover.domain.HandoverService.HandoverInstruction;
import org.convergence.platform.database.Refused;

/** The conditions of a hand-over. */
final class HandoverPolicy {

    private HandoverPolicy() {}

    /** @throws Refused where the inventory changed since it was read, or the successor is missing or is the leaver */
    static void check(HandoverInstruction asked, Inventory now, LocalDate today) {
        if (asked.lastDay().isBefore(today.minusYears(1)) || asked.lastDay().isAfter(today.plusYears(1))) {
            throw new Refused("handover.refused.last-day");
        }
        if (asked.from().equals(asked.successor()) || asked.from().equals(asked.other())) {
            throw new Refused("handover.refused.herself");
        }
        if (!asked.mark().equals(now.fingerprint())) {
            throw new Refused("handover.refused.changed");
        }
        if (now.countWith(HandoverOutcome.PASSES) > 0 && asked.successor() == null) {
            throw new Refused("handover.refused.nobody");
        }
        if (!asked.toOther().isEmpty() && asked.other() == null) {
            throw new Refused("handover.refused.no-other");
        }
    }
}
