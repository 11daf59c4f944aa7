/** Pages and API of gifts. */
@NullMarked
package org.convergence.resources.gift.web;

import org.jspecify.annotations.NullMarked;
