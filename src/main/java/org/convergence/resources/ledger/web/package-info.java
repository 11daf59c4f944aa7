/** Pages of what is owed, of what arrived, and of the accountant's work. */
@NullMarked
package org.convergence.resources.ledger.web;

import org.jspecify.annotations.NullMarked;
