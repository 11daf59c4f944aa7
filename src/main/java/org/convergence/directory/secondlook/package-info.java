/**
 * The second look: a named person without an account reads a text before it leaves, behind the link of a letter, and
 * answers « C’est bon » or a comment. Serves lines 3.1 and 4.3. Main words: second look, invitation, reader, comment. The
 * texts are not here: a module contributes its own by a bean {@code SecondLookSubject}, and decides what a good answer
 * changes.
 */
@ApplicationModule(
        displayName = "Second look",
        allowedDependencies = {"platform.jobs", "platform.mail", "platform.publicform", "directory.people"})
@NullMarked
package org.convergence.directory.secondlook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
