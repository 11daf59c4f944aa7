/** Pages and API of funds. */
@NullMarked
package org.convergence.resources.match.web;

import org.jspecify.annotations.NullMarked;
