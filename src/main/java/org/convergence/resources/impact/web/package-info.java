/** Pages and API of leaflets. */
@NullMarked
package org.convergence.resources.impact.web;

import org.jspecify.annotations.NullMarked;
