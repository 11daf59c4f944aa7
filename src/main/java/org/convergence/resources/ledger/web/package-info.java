/** Pages and JSON API of invoices, payments, bank statements and the accountant's work. */
@NullMarked
package org.convergence.resources.ledger.web;

import org.jspecify.annotations.NullMarked;
