package org.convergence.plan.actionplan.domain;

import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.AmendmentChange;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;

/** The change of a line by an operation, recorded as an amendment if the plan is adopted. */
record LineRevision(
        LineLevel level,
        UUID line,
        String label,
        Set<AmendmentChange> changes,
        @Nullable Json before,
        @Nullable Json after) {

    static LineRevision ofRewording(StoredLine before, StoredLine after) {
        return new LineRevision(
                before.level(),
                before.id(),
                before.wording().label(),
                before.wording().changesTo(after.wording()),
                Json.of(before.wording()),
                Json.of(after.wording()));
    }

    static LineRevision ofChange(AmendmentChange change, StoredLine line) {
        Json words = Json.of(line.wording());
        boolean comes = change == AmendmentChange.ADDED || change == AmendmentChange.RESTORED;
        return new LineRevision(
                line.level(),
                line.id(),
                line.wording().label(),
                Set.of(change),
                comes ? null : words,
                comes ? words : null);
    }

    static LineRevision moved(StoredLine line, String from, String to) {
        return new LineRevision(
                line.level(),
                line.id(),
                line.wording().label(),
                Set.of(AmendmentChange.MOVED),
                Json.of(java.util.Map.of("place", from)),
                Json.of(java.util.Map.of("place", to)));
    }
}
