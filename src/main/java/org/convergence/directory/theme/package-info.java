/**
 * Thematic dossiers (textile, digital, waste …): what we know, revised on a day, with its sources; and what every module
 * has about the theme, found by the words of the dossier: positions, tools, workshops, realisations, partners, treaties,
 * watch items, campaigns. Serves lines 1.2 and 1.4. Main words: theme, words, section, what the year added. Nothing is
 * attached by hand, and nothing of another module is copied.
 */
@ApplicationModule(
        displayName = "Theme",
        allowedDependencies = {"platform.audit", "platform.search", "directory.people"})
@NullMarked
package org.convergence.directory.theme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
