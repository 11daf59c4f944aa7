/** Pages of partners and of their requests. */
@NullMarked
package org.convergence.cooperation.partner.web;

import org.jspecify.annotations.NullMarked;
