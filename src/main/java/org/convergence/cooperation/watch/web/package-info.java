/** Pages of the country watch. */
@NullMarked
package org.convergence.cooperation.watch.web;

import org.jspecify.annotations.NullMarked;
