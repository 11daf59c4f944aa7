/**
 * Treaties, bills and corporate cases, country by country: typed, dated facts with their source, checked again after six
 * months; official petitions with counts as published, never collected here; our asks; and what moved since a day. Serves lines 1.4 and 3.2. Main words: instrument, fact, source, next
 * check. Decision-makers and asks are in {@code advocacy.dialogue}; nothing is read from a register of treaties.
 */
@ApplicationModule(
        displayName = "Treaties, bills and cases",
        allowedDependencies = {
            "platform.chart",
            "platform.geography",
            "platform.search",
            "directory.people",
            "directory.theme",
            "advocacy.dialogue"
        })
@NullMarked
package org.convergence.advocacy.treaty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
