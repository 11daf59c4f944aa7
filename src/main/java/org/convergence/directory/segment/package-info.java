/**
 * Segments: lists of people that are computed each time, by criteria such as functions, committees, regions, members or
 * languages, and who among them may be written to about a purpose, with the reason of each exclusion and the lawful way
 * forward. Serves line 4.3 and each line that writes to many. Main words: segment, criterion, audience, exclusion. The
 * rules of consent are not here ({@code directory.consent}), nor letters; a module adds a criterion by a bean
 * {@code SegmentCriterion}.
 */
@ApplicationModule(
        displayName = "Segments",
        allowedDependencies = {
            "platform.geography",
            "platform.list",
            "platform.mail",
            "directory.consent",
            "directory.people"
        })
@NullMarked
package org.convergence.directory.segment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
