/**
 * What already exists comes in by itself: each person connects the calendars that she keeps elsewhere, by an address or a
 * file, and is asked of what is past « Est-ce arrivé? ». What she says was done becomes a realisation; what she answered is
 * never asked again. Serves the team's condition: few people, who account for every hour. Main words: connected calendar,
 * entry, answer, series. Only who connected a calendar sees its entries, and only those of some weeks are kept. Calendars
 * that leave the organisation are not here, nor its holidays.
 */
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {
            "platform.access",
            "platform.database",
            "platform.fetch",
            "platform.geography",
            "platform.idempotency",
            "platform.jobs",
            "platform.keys",
            "platform.settings",
            "platform.shell",
            "platform.text",
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
