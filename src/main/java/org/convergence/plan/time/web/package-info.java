/** The pages and forms of hours, and the API. No SQL here. */
@NullMarked
package org.convergence.plan.time.web;

import org.jspecify.annotations.NullMarked;
