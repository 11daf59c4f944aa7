/** Pages of delegations and of the tables behind them. */
@NullMarked
package org.convergence.resources.delegation.web;

import org.jspecify.annotations.NullMarked;
