/** The representative's page, and the team's. */
@NullMarked
package org.convergence.directory.representative.web;

import org.jspecify.annotations.NullMarked;
