package org.convergence.plan.actionplan.domain;

import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.Change;
import org.convergence.plan.actionplan.Level;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;

/** The change of a line by an operation, recorded as an amendment if the plan is adopted. */
record Revision(
        Level level,
        UUID line,
        String label,
        Set<Change> changes,
        @Nullable Json before,
        @Nullable Json after) {

    static Revision worded(Line before, Line after) {
        return new Revision(
                before.level(),
                before.id(),
                before.wording().label(),
                before.wording().changesTo(after.wording()),
                Json.of(before.wording()),
                Json.of(after.wording()));
    }

    static Revision of(Change change, Line line) {
        Json words = Json.of(line.wording());
        boolean comes = change == Change.ADDED || change == Change.RESTORED;
        return new Revision(
                line.level(),
                line.id(),
                line.wording().label(),
                Set.of(change),
                comes ? null : words,
                comes ? words : null);
    }

    static Revision moved(Line line, String from, String to) {
        return new Revision(
                line.level(),
                line.id(),
                line.wording().label(),
                Set.of(Change.MOVED),
                Json.of(java.util.Map.of("place", from)),
                Json.of(java.util.Map.of("place", to)));
    }
}
