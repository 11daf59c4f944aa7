/** The pages of missions, the pages behind links, and the API. */
@NullMarked
package org.convergence.safety.mission.web;

import org.jspecify.annotations.NullMarked;
