/** Pages of portraits. */
@NullMarked
package org.convergence.plan.portrait.web;

import org.jspecify.annotations.NullMarked;
