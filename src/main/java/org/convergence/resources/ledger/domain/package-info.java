/** Asking for money, receiving it, settling, and handing it to the accountant. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.resources.ledger.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
