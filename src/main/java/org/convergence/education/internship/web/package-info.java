/** Pages of internships, for the staff, for readers, and by link. */
@NullMarked
package org.convergence.education.internship.web;

import org.jspecify.annotations.NullMarked;
