/** Pages and API of exchange rates. */
@NullMarked
package org.convergence.platform.currency.web;

import org.jspecify.annotations.NullMarked;
