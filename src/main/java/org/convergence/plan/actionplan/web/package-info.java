/** The pages of plans. */
@NullMarked
package org.convergence.plan.actionplan.web;

import org.jspecify.annotations.NullMarked;
