/**
 * The same request of the API sent twice is done once: the first answer is kept for seven days under the token and the
 * key that its sender chose, and given again to whoever repeats it. A room of its own, since it keeps a table, which
 * access may not, and serves the modules of every floor. The form of a page that is pressed twice does its work once, by the
 * same table. What a request does is not here.
 */
@ApplicationModule(
        displayName = "Idempotency",
        allowedDependencies = {"platform.access", "platform.database", "platform.jobs"})
@NullMarked
package org.convergence.platform.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
