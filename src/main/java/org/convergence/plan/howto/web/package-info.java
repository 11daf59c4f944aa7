/** Pages of how-tos, and their part on the pages of actions and realisations. */
@NullMarked
package org.convergence.plan.howto.web;

import org.jspecify.annotations.NullMarked;
