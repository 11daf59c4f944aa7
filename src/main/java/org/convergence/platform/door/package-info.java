/**
 * The door of one evening on a phone, also without network: guests are found by name or by a code, checked in alone or a
 * table at once, and leave and return. The module that knows the guests tells who they are, and what
 * their coming changes ({@code DoorSource}: {@code outreach.event}, {@code outreach.vote}). What a phone notes waits encrypted in the browser
 * ({@code platform.offline}) and counts once. Main words: door, link, guest, group, entry, outcome.
 */
@ApplicationModule(
        displayName = "Doors",
        allowedDependencies = {
            "platform.access",
            "platform.database",
            "platform.jobs",
            "platform.keys",
            "platform.offline",
            "platform.publicform",
            "platform.redaction",
            "platform.rendering",
            "platform.settings",
            "platform.shell",
            "platform.text"
        })
@NullMarked
package org.convergence.platform.door;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
