/** Pages of coalitions. */
@NullMarked
package org.convergence.advocacy.coalition.web;

import org.jspecify.annotations.NullMarked;
