/** Calls, files, readings and cohorts. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.education.internship.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
