/** Reading the mailbox, understanding what was forwarded, and sorting it. */
@NullMarked
package org.convergence.plan.mailbox.domain;

import org.jspecify.annotations.NullMarked;
