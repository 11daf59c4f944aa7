/** Pages and API of expenses. */
@NullMarked
package org.convergence.resources.spending.web;

import org.jspecify.annotations.NullMarked;
