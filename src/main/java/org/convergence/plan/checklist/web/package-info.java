/** The form of an item, and its proof. */
@NullMarked
package org.convergence.plan.checklist.web;

import org.jspecify.annotations.NullMarked;
