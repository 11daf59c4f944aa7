/** Pages of the self-assessment. */
@NullMarked
package org.convergence.safety.assessment.web;

import org.jspecify.annotations.NullMarked;
