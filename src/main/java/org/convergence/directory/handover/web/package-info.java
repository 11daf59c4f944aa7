/** Pages of hand-overs, and a newcomer's first one. */
@NullMarked
package org.convergence.directory.handover.web;

import org.jspecify.annotations.NullMarked;
