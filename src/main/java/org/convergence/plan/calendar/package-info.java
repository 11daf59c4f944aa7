/**
 * Imports what already exists: users connect the calendars that they keep elsewhere, by an address or a file, and are
 * asked about past entries « Est-ce arrivé? ». An entry that took place becomes a realisation; an answered entry is not
 * asked again. Serves the team's condition: few people, accounting for every hour. Main words: connected calendar,
 * entry, answer, series. Entries are visible to the calendar's owner only, and stored for some weeks only. Exported
 * calendars and holidays are not here.
 */
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {
            "platform.fetch",
            "platform.geography",
            "platform.idempotency",
            "platform.jobs",
            "platform.keys",
            "identity",
            "directory.people",
            "plan.actionplan",
            "plan.realisation",
            "plan.time"
        })
@NullMarked
package org.convergence.plan.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
