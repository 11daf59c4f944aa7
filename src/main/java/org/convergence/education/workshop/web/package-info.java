/** Pages of workshops, public and for the staff, and their API. */
@NullMarked
package org.convergence.education.workshop.web;

import org.jspecify.annotations.NullMarked;
