/** Pages of the press, and the public page of a release. */
@NullMarked
package org.convergence.outreach.media.web;

import org.jspecify.annotations.NullMarked;
