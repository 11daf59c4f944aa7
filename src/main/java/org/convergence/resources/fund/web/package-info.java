/** Pages and API of funds. */
@NullMarked
package org.convergence.resources.fund.web;

import org.jspecify.annotations.NullMarked;
