/** Tests of requests sent twice. */
@NullMarked
package org.convergence.platform.idempotency;

import org.jspecify.annotations.NullMarked;
