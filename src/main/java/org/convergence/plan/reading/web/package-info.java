/** Imports a written plan, by page and by API. */
@NullMarked
package org.convergence.plan.reading.web;

import org.jspecify.annotations.NullMarked;
