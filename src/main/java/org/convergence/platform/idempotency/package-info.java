/**
 * Idempotent requests: an API request sent twice is executed once; the first response is kept for seven days under the
 * sender's token and key, and repeated. A module of its own, since it has a table, which access may not have, and
 * serves modules of every layer. A page's form submitted twice is executed once, by the same table.
 */
@ApplicationModule(
        displayName = "Idempotency",
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.database",
            "platform.jobs",
            "platform.redaction",
            "platform.text"
        })
@NullMarked
package org.convergence.platform.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
