/**
 * The keys under which secrets and data about a person at risk are sealed. They lie in a folder of their own, which no backup contains,
 * and leave it only in a recovery file under a passphrase. Main words: key ring, recovery file, sealing. What is sealed
 * is not here: the module that seals something asks {@code Sealing}; the ring is made when it is first needed.
 */
@ApplicationModule(
        displayName = "Keys",
        allowedDependencies = {"platform.command", "platform.database", "platform.text"})
@NullMarked
package org.convergence.platform.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
