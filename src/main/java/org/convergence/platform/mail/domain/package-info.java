/** The outbox, and the sender that empties it. */
@NullMarked
package org.convergence.platform.mail.domain;

import org.jspecify.annotations.NullMarked;
