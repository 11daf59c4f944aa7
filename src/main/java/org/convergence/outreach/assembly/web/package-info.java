/** Pages of bodies and meetings, and the API. */
@NullMarked
package org.convergence.outreach.assembly.web;

import org.jspecify.annotations.NullMarked;
