/**
 * The protection common to all public forms: limits by link and by network, a field that only bots fill in, a signed
 * time that shows whether a form comes too fast or too late, and the reader's own language, Spanish too. No sender is
 * refused for good, and no typed text is lost: the form comes back with a message that says what to do. Main types:
 * shield, objection. A module makes its page with {@code platform/publicform/frame} and {@code shield}, checks with
 * {@code PublicFormGuard.submit}, and lists its address as a {@code SecretAddress} if it contains a secret.
 */
@ApplicationModule(
        displayName = "Public forms",
        allowedDependencies = {
            "platform.access",
            "platform.database",
            "platform.keys",
            "platform.settings",
            "platform.shell",
            "platform.text"
        })
@NullMarked
package org.convergence.platform.publicform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
