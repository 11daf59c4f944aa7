/** Pages of hand-overs, and a newcomer's first page. */
@NullMarked
package org.convergence.directory.handover.web;

import org.jspecify.annotations.NullMarked;
