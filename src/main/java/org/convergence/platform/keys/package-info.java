/**
 * The keys that seal secrets and data about people at risk. They are in a folder of their own, excluded from backups,
 * and leave it only in a recovery file under a passphrase. Main terms: key ring, recovery file, sealing. Modules seal
 * their own data with {@code TextSealer}; the key ring is created when it is first needed.
 */
@ApplicationModule(
        displayName = "Keys",
        allowedDependencies = {"platform.command", "platform.database", "platform.text"})
@NullMarked
package org.convergence.platform.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
