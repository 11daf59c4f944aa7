/** Use cases of the ledger: invoices, payments, settlements, bank statements, and the accountant's queue. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.resources.ledger.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
