package org.convergence.outreach.congress.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.convergence.outreach.congress.domain.Passport.PassportPath;
import org.convergence.outreach.congress.domain.Passport.PathLevel;
import org.convergence.outreach.congress.domain.Passport.PathState;

/** When a step of a resolution may be recorded (R-REP-2, R-REP-3). */
final class PassportPolicy {

    private PassportPolicy() {}

    /**
     * The message key of why a step cannot be recorded; empty if it can.
     *
     * @param today the latest day of a step
     */
    static Optional<String> problem(PassportPath path, PathState step, LocalDate on, LocalDate today) {
        if (!path.state().next().contains(step)) {
            return Optional.of("congress.refused.order");
        }
        if (on.isAfter(today)) {
            return Optional.of("congress.refused.ahead");
        }
        if (path.state() != PathState.DRAFTED && on.isBefore(path.stateOn())) {
            return Optional.of("congress.refused.before");
        }
        return step == PathState.TABLED ? problemOfTabling(path, on) : Optional.empty();
    }

    private static Optional<String> problemOfTabling(PassportPath path, LocalDate on) {
        if (path.level() != PathLevel.LOCAL && path.carrier() == null) {
            return Optional.of("congress.refused.carrier");
        }
        if (path.deadlineOn() == null || !on.isAfter(path.deadlineOn())) {
            return Optional.empty();
        }
        if (path.emergencyOn() == null || path.emergencyOn().isAfter(on)) {
            return Optional.of("congress.refused.late");
        }
        if (!path.emergencyOn().isAfter(path.deadlineOn())) {
            return Optional.of("congress.refused.emergency-fact");
        }
        return path.emergencyRule() == null ? Optional.of("congress.refused.emergency-rule") : Optional.empty();
    }
}
