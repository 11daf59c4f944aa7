/** Tools, their copies and loans. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.education.tool.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
