/** Reads the mailbox, parses forwarded mail, and sorts it. */
@NullMarked
package org.convergence.plan.mailbox.domain;

import org.jspecify.annotations.NullMarked;
