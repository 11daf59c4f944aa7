/** The runs on pages: a list, one run with its bar, what the frame tells of them. */
@NullMarked
package org.convergence.platform.jobs.web;

import org.jspecify.annotations.NullMarked;
