/**
 * The home page of the staff, which shows contributions of lower modules ({@code HomeCard}, {@code Deadlines}) and is
 * sent by mail on Mondays to users that choose so; each user's deadlines as a calendar feed; and the list of settings
 * pages. It stores postponed rows, sent feed entries, and the choice of the mail. Main words: today, to put off,
 * calendar feed, Monday mail. It names no lower module.
 */
@ApplicationModule(
        displayName = "Home",
        allowedDependencies = {
            "identity",
            "platform.audit",
            "platform.document",
            "platform.geography",
            "platform.jobs",
            "platform.mail"
        })
@NullMarked
package org.convergence.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
