/**
 * The first pages: the staff's, which shows what the modules below contribute ({@code HomeCard}, {@code Deadlines}) and
 * goes by mail on Monday to who wants it, each one's deadlines as a calendar, and the settings' page, which lists where
 * each thing is set. Of its own it keeps what somebody put off until a day, what her calendar was told, and whether she
 * wants the mail. Main words: today, to put off, calendar feed, Monday mail. It knows no module of the work by name.
 */
@ApplicationModule(
        displayName = "Home",
        allowedDependencies = {
            "identity",
            "platform.access",
            "platform.audit",
            "platform.database",
            "platform.geography",
            "platform.jobs",
            "platform.mail",
            "platform.settings",
            "platform.shell",
            "platform.text"
        })
@NullMarked
package org.convergence.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
