/**
 * What every form that anyone may send has in common: how often one link or one network may send, a field that only machines fill in, a
 * signed time by which a form that comes too fast or too late is known, and the reader's own language, Spanish too. Nobody
 * is refused for good, and nothing that was typed is lost: the form comes back with a sentence that says what to do. Main
 * words: shield, objection. What a form asks, and the secret that may open it, are not here: a room makes its page with
 * {@code platform/publicform/frame} and {@code shield}, checks with {@code PublicForms.submit}, and lists its address as a
 * {@code SecretAddress} where a secret stands in it.
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
