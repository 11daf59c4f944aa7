/** The pages of hours and their forms. No SQL here. */
@NullMarked
package org.convergence.plan.preparation.web;

import org.jspecify.annotations.NullMarked;
