/** The pages of bodies and meetings, and the programming interface. */
@NullMarked
package org.convergence.outreach.assembly.web;

import org.jspecify.annotations.NullMarked;
