/** Pages of runs: the list, one run with its bar, the frame's part. */
@NullMarked
package org.convergence.platform.jobs.web;

import org.jspecify.annotations.NullMarked;
